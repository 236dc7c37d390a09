using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>What of the release workflow can be known without GitHub.</summary>
public sealed class WorkflowTests
{
    private const string File = ".github/workflows/release.yml";
    private static readonly YamlMappingNode Jobs = (YamlMappingNode)GithubJob.Load(File)["jobs"];

    // https://docs.github.com/en/actions/reference/runners/github-hosted-runners
    private static readonly string[] Machines =
        ["ubuntu-24.04", "ubuntu-24.04-arm", "ubuntu-22.04", "ubuntu-22.04-arm", "macos-15", "macos-15-intel", "windows-2025"];

    [Theory]
    [InlineData(File)]
    [InlineData("action.yml")]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is(string file)
    {
        var uses = Lines(file).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches("^ *(- )?uses: [A-Za-z]+/[a-z-]+(/[a-z]+)?@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$", line));
    }

    [Fact]
    public void One_version_of_an_action_is_one_commit_everywhere()
    {
        var pins = Lines(File).Concat(Lines("action.yml"))
            .Select(line => Regex.Match(line, "uses: (?<repository>[^/@]+/[^/@]+)[^@]*@(?<pin>.*)$"))
            .Where(match => match.Success)
            .Select(match => (match.Groups["repository"].Value, match.Groups["pin"].Value))
            .Distinct()
            .ToList();

        Assert.Equal(pins.Count, pins.Select(pin => pin.Item1).Distinct().Count());
    }

    [Fact]
    public void Nothing_is_allowed_that_a_job_does_not_ask_for_and_only_publishing_may_write()
    {
        Assert.Empty(((YamlMappingNode)GithubJob.Load(File)["permissions"]).Children);
        foreach (var (name, job) in Jobs)
        {
            var permissions = ((YamlMappingNode)job["permissions"]).Select(entry => $"{entry.Key}: {entry.Value}");
            Assert.Equal((string?)name == "publish" ? ["contents: write", "id-token: write"] : ["contents: read"], permissions);
        }
    }

    [Fact]
    public void Nothing_is_published_that_was_not_tested_or_by_hand()
    {
        Assert.Equal("github.event_name == 'push'", (string?)Jobs["publish"]["if"]);
        Assert.Equal("sums", (string?)Jobs["publish"]["needs"]);
        Assert.Equal(["platform", "common"], ((YamlSequenceNode)Jobs["sums"]["needs"]).Select(job => (string?)job));
        Assert.Equal(("test", "test"), ((string?)Jobs["platform"]["needs"], (string?)Jobs["common"]["needs"]));
    }

    [Fact]
    public void The_platforms_that_are_made_are_those_that_the_packages_name()
    {
        string[] all = ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-x64"];
        var made = ((YamlSequenceNode)Jobs["platform"]["strategy"]["matrix"]["include"]).Select(entry => (string)entry["platform"]!);
        var tool = ((YamlSequenceNode)Jobs["common"]["steps"]).Cast<YamlMappingNode>().Single(step => step.Children.ContainsKey("env"))["env"]["FIRSTTRY_PLATFORMS"];
        var npm = Regex.Match(string.Join('\n', Lines(".ci/pack-npm")), "for name in (?<names>[^;]*);").Groups["names"].Value.Split(' ');

        Assert.Equal(all, made.Order(StringComparer.Ordinal));
        Assert.Equal([.. all, "any"], ((string)tool!).Split(' ').Order(StringComparer.Ordinal).OrderBy(name => name == "any"));
        Assert.Equal(all, npm.Select(FromNode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_machines_are_such_as_GitHub_has()
    {
        var named = Jobs.Select(job => (string)job.Value["runs-on"]!).Where(machine => machine != "${{ matrix.machine }}")
            .Concat(((YamlSequenceNode)Jobs["platform"]["strategy"]["matrix"]["include"]).Select(entry => (string)entry["machine"]!));

        Assert.All(named, machine => Assert.Contains(machine, Machines));
    }

    private static string FromNode(string name)
    {
        var parts = name.Split('-');
        var system = parts[0] switch { "darwin" => "osx", "win32" => "win", var other => other };
        return parts.Length == 3 ? $"{system}-{parts[2]}-{parts[1]}" : $"{system}-{parts[1]}";
    }

    private static string[] Lines(string file) => System.IO.File.ReadAllLines(Path.Combine(PublishedBinary.RepositoryRoot, file));
}
