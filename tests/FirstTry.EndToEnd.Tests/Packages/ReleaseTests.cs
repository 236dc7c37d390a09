using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>The release script: complete, checked by its sums, and the same bytes whenever it is run.</summary>
[Collection(ReleaseCollection.Name)]
public sealed class ReleaseTests(Release release)
{
    [Fact]
    public void It_consists_of_all_packages_an_archive_sums_and_what_it_is_made_of()
    {
        var files = Directory.GetFiles(release.Folder).Select(file => Path.GetFileName(file)!.Replace(Release.Version, "V", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        var platform = release.Platform;
        string[] expected =
        [
            "FirstTry.Generators.V.nupkg",
            "SHA256SUMS",
            "firsttry-V.tgz",
            $"firsttry-V-{platform}.cdx.json",
            $"firsttry-V-{platform}.tar.gz",
            $"firsttry-{NodeName(platform)}-V.tgz",
            "firsttry.V.nupkg",
            "firsttry.any.V.nupkg",
            $"firsttry.{platform}.V.nupkg",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), files);
    }

    [Fact]
    public void Made_twice_it_is_the_same_bytes()
    {
        using var directory = TemporaryDirectory.Create();
        var again = directory.PathOf("again");

        Release.Make(again);

        Assert.Equal(Contents(release.Folder).Keys, Contents(again).Keys);
        foreach (var (name, content) in Contents(release.Folder))
        {
            Assert.True(content.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, name))), $"{name} differs");
        }
    }

    [Fact]
    public void The_sums_are_those_of_all_files_and_a_changed_file_is_found()
    {
        using var directory = TemporaryDirectory.Create();
        foreach (var (name, content) in Contents(release.Folder))
        {
            File.WriteAllBytes(directory.PathOf(name), content);
        }

        var good = CommandLine.Run(directory.FullPath, "sha256sum", ["--check", "--strict", "SHA256SUMS"]);
        File.AppendAllText(directory.PathOf($"firsttry-{Release.Version}.tgz"), "x");
        var bad = CommandLine.Run(directory.FullPath, "sha256sum", ["--check", "--strict", "SHA256SUMS"]);

        Assert.True(good.ExitCode == 0, good.ToString());
        Assert.Equal(Contents(release.Folder).Count - 1, good.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(1, bad.ExitCode);
    }

    [Fact]
    public void The_archive_holds_the_program_which_runs_from_where_it_is_unpacked()
    {
        using var directory = TemporaryDirectory.Create();
        var name = $"firsttry-{Release.Version}-{release.Platform}";

        var unpacked = CommandLine.Run(directory.FullPath, "tar", ["-xzf", Path.Combine(release.Folder, name + ".tar.gz")]);
        var version = CommandLine.Run(directory.FullPath, directory.PathOf(name + "/firsttry"), ["--version"]);

        Assert.True(unpacked.ExitCode == 0, unpacked.ToString());
        Assert.Equal($"firsttry {Release.Version}\n", version.Output);
        Assert.True(File.Exists(directory.PathOf(name + "/LICENSE")));
        Assert.True(File.Exists(directory.PathOf(name + "/runner-kit/FirstTry.Native.props")));
    }

    [Fact]
    public void What_it_is_made_of_names_every_library_with_its_version_and_licence()
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(release.Folder, $"firsttry-{Release.Version}-{release.Platform}.cdx.json")))!;
        var components = document["components"]!.AsArray().ToDictionary(component => (string)component!["name"]!, component => component!);

        Assert.Equal("CycloneDX", (string?)document["bomFormat"]);
        Assert.Equal("1.6", (string?)document["specVersion"]);
        Assert.Equal(Release.Version, (string?)document["metadata"]!["component"]!["version"]);
        foreach (var library in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(PublishedBinary.Location)!, "runner-kit", "lib"), "*.dll").Select(Path.GetFileNameWithoutExtension).Where(IsForeign))
        {
            Assert.True(components.TryGetValue(library!, out var component), $"{library} is in the program and not in the list");
            Assert.Matches("^[0-9a-f]{128}$", (string?)component["hashes"]![0]!["content"]);
        }

        Assert.Contains("Microsoft.NETCore.App.Runtime.NativeAOT." + release.Platform, components.Keys);
        Assert.Matches("^1[.][0-9]+[.][0-9]+$", (string?)components["libgit2"]["version"]);
        Assert.Matches("^pkg:github/libgit2/libgit2@[0-9a-f]{40}$", (string?)components["libgit2"]["purl"]);
        Assert.Contains("GNU GENERAL PUBLIC LICENSE", (string?)components["libgit2"]["licenses"]![0]!["license"]!["text"]!["content"], StringComparison.Ordinal);
        Assert.Equal("MIT", (string?)components["YamlDotNet"]["licenses"]![0]!["expression"]);
        Assert.All(components.Values, component => Assert.NotEmpty(component["licenses"]!.AsArray()));
        Assert.All(References(document), reference => Assert.Contains(reference, document["dependencies"]!.AsArray().Select(entry => (string?)entry!["ref"])));
    }

    [Theory]
    [InlineData("not-a-version", "is no version")]
    [InlineData("99.0.0", "and this is to be a release of 99.0.0")]
    public void A_version_that_is_none_or_not_that_of_the_program_is_refused(string version, string expected)
    {
        using var directory = TemporaryDirectory.Create();

        var made = Release.Run(version, directory.FullPath, "platform");

        Assert.Equal(2, made.ExitCode);
        Assert.Contains(expected, made.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(directory.FullPath));
    }

    private static IEnumerable<string?> References(JsonNode document) =>
        document["dependencies"]!.AsArray().SelectMany(entry => entry!["dependsOn"]!.AsArray()).Select(reference => (string?)reference);

    private static bool IsForeign(string? library) => !library!.StartsWith("FirstTry.", StringComparison.Ordinal) && library != "firsttry";

    private static SortedDictionary<string, byte[]> Contents(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllBytes), StringComparer.Ordinal);

    private static string NodeName(string platform) => platform switch
    {
        _ when platform.StartsWith("linux-musl-", StringComparison.Ordinal) => "linux-" + platform["linux-musl-".Length..] + "-musl",
        _ when platform.StartsWith("osx-", StringComparison.Ordinal) => "darwin-" + platform["osx-".Length..],
        _ when platform.StartsWith("win-", StringComparison.Ordinal) => "win32-" + platform["win-".Length..],
        _ => platform,
    };
}
