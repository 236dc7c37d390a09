using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>All that a release consists of, made by its script around the program that the tests drive.</summary>
public sealed class Release : IDisposable
{
    private readonly TemporaryDirectory _directory = TemporaryDirectory.Create("release");

    /// <summary>Makes it.</summary>
    public Release() => Make(Folder);

    /// <summary>Where its files lie.</summary>
    internal string Folder => _directory.PathOf("files");

    /// <summary>The version that the program says it has.</summary>
    internal static string Version { get; } = CommandLine.Run(Path.GetTempPath(), PublishedBinary.Location, ["--version"]).Output.Split(' ')[^1].Trim();

    /// <summary>The identifier of this platform in .NET, as the files are named by it.</summary>
    internal string Platform => Path.GetFileName(Assert.Single(Directory.GetFiles(Folder, "*.cdx.json"))).Replace($"firsttry-{Version}-", "", StringComparison.Ordinal).Replace(".cdx.json", "", StringComparison.Ordinal);

    /// <summary>What the SDK and npm are started with: nothing of the build that runs the tests.</summary>
    internal static Dictionary<string, string?> Environment => new(StringComparer.Ordinal)
    {
        ["FIRSTTRY_PROGRAM"] = Path.GetDirectoryName(PublishedBinary.Location),
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["GIT_DIR"] = null,
        ["GIT_INDEX_FILE"] = null,
    };

    /// <summary>Makes it in a folder.</summary>
    internal static void Make(string folder)
    {
        var made = Run(Version, folder);
        Assert.True(made.ExitCode == 0, made.ToString());
    }

    /// <summary>Starts the script.</summary>
    internal static CommandResult Run(params string[] arguments) =>
        CommandLine.Run(PublishedBinary.RepositoryRoot, Path.Combine(PublishedBinary.RepositoryRoot, ".ci", "release"), arguments, Environment);

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();
}
