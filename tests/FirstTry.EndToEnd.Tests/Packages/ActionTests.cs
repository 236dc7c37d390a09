using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;
using YamlDotNet.RepresentationModel;

namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>The GitHub Action: its scripts run as they are, against the files of a release on this machine.</summary>
[Collection(ReleaseCollection.Name)]
public sealed class ActionTests(Release release)
{
    private const string Config = "version: 1\nchecks: { fixme: { run: \"! grep -n FIXME {files}\", files: \"*.txt\" } }\nhooks: { pre-commit: { checks: [fixme] } }\n";

    [Fact]
    public void It_installs_the_program_and_a_real_problem_fails_the_job_as_an_annotation()
    {
        using var repository = Checkout("FIXME\n");
        using var job = Job(repository);

        var run = job.Run();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1:FIXME", run.Output, StringComparison.Ordinal);
        Assert.Contains("::group::", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(job["steps.install.outputs.program"], "firsttry")));
    }

    [Fact]
    public void What_passed_is_remembered_where_the_cache_is_kept()
    {
        using var repository = Checkout("fine\n");
        using var job = Job(repository);

        var first = job.Run();
        var cache = job["steps.install.outputs.cache"];
        var kept = Path.Combine(repository.Outside, "kept");
        Directory.Move(cache, kept);
        var installed = job.Run();
        Directory.Delete(cache, recursive: true);
        Directory.Move(kept, cache);
        job.Set("FIRSTTRY_CACHE_DIR", cache);
        var again = CommandLine.Run(repository.Root, Path.Combine(job["steps.install.outputs.program"], "firsttry"), ["run", "--ci", "--format", "json"], job.Variables());

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(installed.ExitCode == 0, installed.ToString());
        Assert.Contains("\"cached\":true", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_may_be_named_and_a_folder()
    {
        using var repository = Checkout("FIXME\n");
        repository.Write("sub/a.txt", "x\n");
        using var job = Job(repository);
        job["inputs.profile"] = "no such profile";
        job["inputs.working-directory"] = "sub";

        var run = job.Run();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'no such profile'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_is_not_what_was_released_is_not_unpacked()
    {
        using var repository = Checkout("fine\n");
        using var job = Job(repository);
        var source = Path.Combine(repository.Outside, "changed");
        Directory.CreateDirectory(source);
        File.Copy(Path.Combine(release.Folder, "SHA256SUMS"), Path.Combine(source, "SHA256SUMS"));
        var archive = $"firsttry-{Release.Version}-{release.Platform}.tar.gz";
        File.WriteAllBytes(Path.Combine(source, archive), [.. File.ReadAllBytes(Path.Combine(release.Folder, archive)), 0]);
        job["inputs.source"] = new Uri(source).AbsoluteUri;

        var run = job.Run();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("::error title=firsttry::" + archive + " is not what was released", run.Output, StringComparison.Ordinal);
        Assert.Throws<System.Collections.Generic.KeyNotFoundException>(() => job["steps.install.outputs.program"]);
    }

    [Theory]
    [InlineData("inputs.sha256", "0123", "and not 0123")]
    [InlineData("inputs.version", "1.0.0; touch stolen", "is none such as 1.2.3")]
    [InlineData("inputs.version", "98.7.6", "could not be downloaded")]
    [InlineData("RUNNER_ARCH", "ARM", "there is no program for Linux on ARM")]
    [InlineData("RUNNER_OS", "Plan9", "there is no program for Plan9")]
    public void What_cannot_be_installed_fails_the_job_with_the_reason(string name, string value, string expected)
    {
        using var repository = Checkout("fine\n");
        using var job = Job(repository);
        if (name.StartsWith("inputs.", StringComparison.Ordinal))
        {
            job[name] = value;
        }
        else
        {
            job.Set("RUNNER_OS", "Linux");
            job.Set(name, value);
        }

        var run = job.Run();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("::error title=firsttry::", run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.PathOf("stolen")));
    }

    [Fact]
    public void It_installs_the_version_of_these_sources_and_no_input_is_part_of_a_script()
    {
        var steps = ((YamlSequenceNode)GithubJob.Action["runs"]["steps"]).Cast<YamlMappingNode>().ToList();

        Assert.Equal(Release.Version, (string?)GithubJob.Action["inputs"]["version"]["default"]);
        Assert.All(steps.Where(step => step.Children.ContainsKey("run")), step => Assert.DoesNotContain("${{", (string?)step["run"], StringComparison.Ordinal));
        Assert.Equal(["actions/cache/restore", "actions/cache/save"], steps.Where(step => step.Children.ContainsKey("uses")).Select(step => ((string)step["uses"]!).Split('@')[0]));
    }

    // A release on the disk takes the place of that on GitHub.
    private GithubJob Job(TemporaryRepository repository)
    {
        var job = new GithubJob(repository);
        job["inputs.version"] = Release.Version;
        job["inputs.source"] = new Uri(release.Folder).AbsoluteUri;
        return job;
    }

    private static TemporaryRepository Checkout(string text, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", Config);
        repository.Write("a.txt", text);
        repository.CommitAll();
        return repository;
    }
}
