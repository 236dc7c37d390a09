using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using FirstTry.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FirstTry.Generators.Tests;

/// <summary>Compiles configs with the generator, as the C# compiler does.</summary>
internal static class Compiler
{
    private static readonly ImmutableArray<MetadataReference> AllReferences =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "netstandard.dll")
            .Append(typeof(CheckGraph).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What compiled projects refer to.</summary>
    public static ImmutableArray<MetadataReference> References => AllReferences;

    /// <summary>A project with this code and no config.</summary>
    public static CSharpCompilation Project(string code = "") => CSharpCompilation.Create(
        "Project",
        [CSharpSyntaxTree.ParseText(code, path: "Code.cs")],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error));

    /// <summary>A compiler run that has not begun, and remembers why its steps ran.</summary>
    public static GeneratorDriver Driver(params AdditionalText[] files) => Driver(options: null, files);

    /// <summary>The same, for a project with options.</summary>
    public static GeneratorDriver Driver(AnalyzerConfigOptionsProvider? options, params AdditionalText[] files) => CSharpGeneratorDriver.Create(
        [new FirstTryGenerator().AsSourceGenerator()],
        files,
        optionsProvider: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Compiles a config beside some code; the diagnostics are those of the generator and of the compiler.</summary>
    public static (CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Compile(string config, string code = "") =>
        Compile(code, new ConfigFile(config));

    /// <summary>Compiles files beside some code; the diagnostics are those of the generator and of the compiler.</summary>
    public static (CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Compile(string code, params AdditionalText[] files)
    {
        Driver(files).RunGeneratorsAndUpdateCompilation(Project(code), out var compilation, out var reported);
        var diagnostics = reported.Concat(compilation.GetDiagnostics()).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        return ((CSharpCompilation)compilation, [.. diagnostics]);
    }

    /// <summary>The source that a config becomes.</summary>
    public static string Emit(string config)
    {
        var result = Driver(new ConfigFile(config)).RunGenerators(Project()).GetRunResult();
        return result.GeneratedTrees.Single().ToString();
    }

    /// <summary>A public static property of the compiled project, by its type and name.</summary>
    public static T Value<T>(CSharpCompilation compilation, string type, string property)
    {
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var assembly = Assembly.Load(stream.ToArray());
        return (T)assembly.GetType("FirstTry." + type, throwOnError: true)!.GetProperty(property)!.GetValue(null)!;
    }
}
