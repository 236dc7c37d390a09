using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.Generators.Tests;

/// <summary>The package as it would be published, in a feed of its own, and projects that install it.</summary>
public sealed class Package : IDisposable
{
    // What 'dotnet test' tells its children about MSBuild would reach the builds of the tests.
    private static readonly Dictionary<string, string?> Environment = new(StringComparer.Ordinal)
    {
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["NO_COLOR"] = "1",
        ["TERM"] = "dumb",
    };

    private readonly TemporaryDirectory _directory = TemporaryDirectory.Create(nameof(Package));

    /// <summary>Packs, away from the output of the build that the tests run from.</summary>
    public Package()
    {
        var project = Path.Combine(SourceTree.Root, "generators", "FirstTry.Generators");
        var packed = Dotnet(project, "pack", "--artifacts-path", _directory.PathOf("artifacts"), "--output", Feed, "-m:1");
        if (packed.ExitCode != 0)
        {
            throw new InvalidOperationException(packed.ToString());
        }
    }

    /// <summary>The package file.</summary>
    public string File => Assert.Single(Directory.GetFiles(Feed, "*.nupkg"));

    private string Feed => _directory.PathOf("feed");

    /// <summary>Makes a program that refers to the package and to nothing else, and builds it.</summary>
    /// <param name="folder">Where the project lies below the config; empty for beside it.</param>
    /// <param name="others">More files, by their paths from the config; what C# there is belongs to the project.</param>
    internal CommandResult Build(string config, string code, string name, string folder = "", params (string Path, string Text)[] others)
    {
        var top = _directory.PathOf(name);
        var project = Path.Combine(top, folder);
        Directory.CreateDirectory(project);
        foreach (var (path, text) in others)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(top, path))!);
            Write(top, path, text);
        }

        Write(top, "nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_directory.PathOf("packages")}" /></config>
              <packageSources><clear /><add key="local" value="{Feed}" /></packageSources>
            </configuration>
            """);
        Write(project, "App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Somebody.Else</RootNamespace>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="FirstTry.Generators" Version="*" />
                <Compile Include="../../checks/*.cs" />
              </ItemGroup>
            </Project>
            """);
        Write(top, "firsttry.yml", config);
        Write(project, "Program.cs", code);
        return Dotnet(project, "build", "--output", Path.Combine(project, "out"));
    }

    /// <summary>What the compiler is told where an editor builds, which starts none.</summary>
    internal string EditorArguments(string name)
    {
        var built = Dotnet(
            _directory.PathOf(name), "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=none/none", "-getItem:CscCommandLineArgs");
        return built.ExitCode == 0 ? built.Output : throw new InvalidOperationException(built.ToString());
    }

    /// <summary>Runs a program that was built.</summary>
    internal CommandResult Run(string name) =>
        CommandLine.Run(_directory.PathOf(name), "dotnet", [Path.Combine("out", "App.dll")], Environment);

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();

    private static void Write(string directory, string name, string text) => System.IO.File.WriteAllText(Path.Combine(directory, name), text);

    // Servers that outlive the build would keep its output open.
    private static CommandResult Dotnet(string directory, string verb, params string[] arguments) => CommandLine.Run(
        directory,
        "dotnet",
        [verb, .. arguments, "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
        Environment);
}
