using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using FirstTry.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>
/// Gives the repositories of tests a runner of their config: with <c>FIRSTTRY_RUNNER=1</c> the tests that drive <c>firsttry</c> drive that
/// instead, in hooks and in <c>run</c>. Compiled from the same kit by the same generator, but to managed code: that takes a second and not
/// half a minute.
/// </summary>
internal static class QuickRunner
{
    private static readonly Lock Turn = new();
    private static readonly string Kit = Path.Combine(Path.GetDirectoryName(PublishedBinary.Location)!, "runner-kit");
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(Framework, "..", "..", "..", "dotnet"));
    private static readonly TemporaryDirectory Compiled = CreateFolder();

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
    [
        .. Directory.GetFiles(Framework, "*.dll").Concat(Directory.GetFiles(Path.Combine(Kit, "lib"), "*.dll"))
            .Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly Lazy<IIncrementalGenerator> Generator = new(() => (IIncrementalGenerator)Activator.CreateInstance(
        Assembly.LoadFrom(Path.Combine(Kit, "analyzers", "FirstTry.Generators.dll")).GetType("FirstTry.Generators.FirstTryGenerator", throwOnError: true)!)!);

    /// <summary>Whether the tests are to go through runners.</summary>
    internal static bool IsWanted { get; } = System.Environment.GetEnvironmentVariable("FIRSTTRY_RUNNER") == "1";

    /// <summary>Puts a runner of the config that is there now where hooks look for one; null where there is no config without errors.</summary>
    internal static string? RenewWhereWanted(string root) => IsWanted ? Renew(root) : null;

    /// <summary>The same, wanted or not.</summary>
    internal static string? Renew(string root)
    {
        var config = Path.Combine(root, "firsttry.yml");
        if (!Directory.Exists(Path.Combine(root, ".git")) || !File.Exists(config))
        {
            return null;
        }

        var local = Path.Combine(root, "firsttry.local.yml");
        var (text, localText) = (File.ReadAllBytes(config), File.Exists(local) ? File.ReadAllBytes(local) : null);
        var name = Digest(text)[..16] + (localText is null ? "" : "-" + Digest(localText)[..16]);
        lock (Turn)
        {
            return Compile(name, text, localText) is { } program ? Install(root, name, program) : null;
        }
    }

    private static string Install(string root, string name, string program)
    {
        var place = Path.Combine(root, ".git", "firsttry", "runner");
        var script = Path.Combine(Directory.CreateDirectory(Path.Combine(place, name)).FullName, "firsttry-runner");
        if (!File.Exists(script))
        {
            File.WriteAllText(script, $"#!/bin/sh\nexec '{Dotnet}' exec '{program}' \"$@\"\n");
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // Tests look at what is written, too.
        var current = Path.Combine(place, "current");
        if (!File.Exists(current) || File.ReadAllText(current) != name + "\n")
        {
            File.WriteAllText(current, name + "\n");
        }

        return script;
    }

    private static string? Compile(string name, byte[] config, byte[]? local)
    {
        var folder = Compiled.PathOf(name);
        var program = Path.Combine(folder, "firsttry-runner.dll");
        if (Directory.Exists(folder))
        {
            return File.Exists(program) ? program : null;
        }

        Directory.CreateDirectory(folder);
        List<AdditionalText> files = [new Text("firsttry.yml", config)];
        if (local is not null)
        {
            files.Add(new Text("firsttry.local.yml", local));
        }

        var project = CSharpCompilation.Create(
            "firsttry-runner",
            [CSharpSyntaxTree.ParseText(Origin(config, local))],
            References.Value,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([Generator.Value.AsSourceGenerator()], files, optionsProvider: new Options())
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out var problems);
        if (problems.Any(problem => problem.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        var emitted = compilation.Emit(program);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        foreach (var library in Directory.GetFiles(Path.Combine(Kit, "lib")).Concat(Directory.GetFiles(Path.Combine(Kit, "native"))))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(library)), library);
        }

        File.WriteAllText(Path.ChangeExtension(program, ".runtimeconfig.json"), Settings);
        return program;
    }

    private const string Settings = """
        {"runtimeOptions":{"tfm":"net10.0","framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"},
        "configProperties":{"System.Globalization.Invariant":true,"FirstTry.AllCommands":false}}}
        """;

    private static string Origin(byte[] config, byte[]? local)
    {
        var program = new FileInfo(PublishedBinary.Location);
        var (localName, localDigest) = local is null ? ("null", "null") : ("\"firsttry.local.yml\"", $"\"{Digest(local)}\"");
        return $$"""
            namespace FirstTry
            {
                internal static partial class FirstTryRunner
                {
                    private static readonly global::FirstTry.Cli.RunnerOrigin Origin = new(
                        "firsttry.yml", "{{Digest(config)}}", {{localName}}, {{localDigest}}, null, @"{{program.FullName}}", {{program.Length}}L, {{program.LastWriteTimeUtc.Ticks}}L);
                }
            }
            """;
    }

    private static TemporaryDirectory CreateFolder()
    {
        var folder = TemporaryDirectory.Create("runners");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static bool IsManaged(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private sealed class Text(string path, byte[] content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content, content.Length, Encoding.UTF8);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private readonly Project _project = new();

        public override AnalyzerConfigOptions GlobalOptions => _project;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _project;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _project;

        private sealed class Project : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = key == "build_property.FirstTryRunner" ? "true" : "";
                return value.Length > 0;
            }
        }
    }
}
