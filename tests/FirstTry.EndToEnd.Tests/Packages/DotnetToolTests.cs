using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.EndToEnd.Tests.Runner;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>What <c>dotnet tool install firsttry</c> installs from a local feed.</summary>
[Collection(ReleaseCollection.Name)]
public sealed class DotnetToolTests(Release release)
{
    [Fact]
    public void What_is_installed_writes_a_config_and_stops_a_bad_commit()
    {
        using var repository = WithTool(release.Folder);

        var init = repository.Run(Command(repository), ["init"]);
        var (bad, good) = CommitBadAndGood(repository);

        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.True(bad.ExitCode == 1 && bad.Error.Contains("a.txt:1", StringComparison.Ordinal), bad.ToString());
        Assert.True(good.ExitCode == 0, good.ToString());
    }

    [Fact]
    public void The_command_is_the_native_program_itself_and_so_is_what_a_commit_starts()
    {
        using var repository = WithTool(release.Folder);
        repository.Write("firsttry.yml", "version: 1\nchecks: { who: { run: \"readlink /proc/$PPID/exe >> ../who\" } }\nhooks: { pre-commit: { checks: [who] } }\n");
        repository.Run(Command(repository), ["install"]);

        var program = File.ResolveLinkTarget(Command(repository), returnFinalTarget: true)!.FullName;
        var traced = repository.Run("strace", ["-f", "-qq", "-e", "trace=execve,clone,fork,vfork", "-o", Path.Combine(repository.Outside, "trace"), Command(repository), "--version"]);
        var commit = repository.TryGit("commit", "--quiet", "--allow-empty", "--message", "one");

        Assert.True(File.ReadAllBytes(PublishedBinary.Location).AsSpan().SequenceEqual(File.ReadAllBytes(program)), "it is another program");
        Assert.True(traced.ExitCode == 0, traced.ToString());
        Assert.Contains($"execve(\"{Command(repository)}\"", Assert.Single(File.ReadAllLines(Path.Combine(repository.Outside, "trace"))), StringComparison.Ordinal);
        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal([program], File.ReadAllLines(Path.Combine(repository.Outside, "who")));
    }

    [Fact]
    public void Where_there_is_no_native_package_the_portable_one_does_the_same()
    {
        using var feed = TemporaryDirectory.Create("feed");
        foreach (var package in Directory.GetFiles(release.Folder, "*.nupkg").Where(file => !file.Contains("." + release.Platform + ".", StringComparison.Ordinal)))
        {
            File.Copy(package, feed.PathOf(Path.GetFileName(package)));
        }

        ForgetPlatform(feed.PathOf($"firsttry.{Release.Version}.nupkg"));
        using var repository = WithTool(feed.FullPath);

        var version = repository.Run(Command(repository), ["--version"]);
        var init = repository.Run(Command(repository), ["init"]);
        var (bad, good) = CommitBadAndGood(repository);

        Assert.Equal($"firsttry {Release.Version}\n", version.Output);
        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.True(bad.ExitCode == 1 && bad.Error.Contains("a.txt:1", StringComparison.Ordinal), bad.ToString());
        Assert.True(good.ExitCode == 0, good.ToString());
    }

    [Fact]
    public void A_build_with_what_was_installed_is_followed_by_a_commit_through_the_runner_and_an_edit_counts_at_once_even_one_during_the_build()
    {
        using var repository = WithTool(release.Folder);
        const string Config = "version: 1\nchecks: { who: { run: \"readlink /proc/$PPID/exe >> ../who\", cache: false }, fixme: { run: \"! grep -n FIXME {files}\", files: \"*.txt\" } }\nhooks: { pre-commit: { checks: [who, fixme] } }\n";
        repository.Write("firsttry.yml", Config);
        repository.Write("a.txt", "HACK\n");
        repository.Run(Command(repository), ["install"]);
        repository.Git("add", "--all");
        CompiledRepository.LetCompile(repository);
        EditDuringTheBuild(repository);

        var build = repository.Run(Command(repository), ["build"]);
        repository.Git("add", "--all");
        var first = repository.TryGit("commit", "--quiet", "--message", "by the edited config");
        repository.Write("firsttry.yml", Config);
        repository.Git("add", "--all");
        var second = repository.TryGit("commit", "--quiet", "--message", "through the runner");

        Assert.True(build.ExitCode == 0, build.ToString());
        Assert.True(first.ExitCode == 1 && first.Error.Contains("1:HACK", StringComparison.Ordinal), first.ToString());
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Equal(["firsttry", "firsttry-runner"], File.ReadAllLines(Path.Combine(repository.Outside, "who")).Select(Path.GetFileName));
    }

    // A 'dotnet' before the real one, which edits the config when it is about to compile it.
    private static void EditDuringTheBuild(TemporaryRepository repository)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(repository.Outside, "editor")).FullName, "dotnet");
        File.WriteAllText(path, $"#!/bin/sh\n[ \"$1\" = publish ] && sed -i s/FIXME/HACK/ '{repository.Root}/firsttry.yml'\nexec '{System.Environment.ProcessPath}' \"$@\"\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        repository.Environment["PATH"] = Path.GetDirectoryName(path) + ":" + System.Environment.GetEnvironmentVariable("PATH");
    }

    private static (CommandResult Bad, CommandResult Good) CommitBadAndGood(TemporaryRepository repository)
    {
        repository.Write("a.txt", "<<<<<<< ours\n");
        repository.Git("add", "--all");
        var bad = repository.TryGit("commit", "--quiet", "--message", "bad");
        repository.Write("a.txt", "fine\n");
        repository.Git("add", "--all");
        return (bad, repository.TryGit("commit", "--quiet", "--message", "good"));
    }

    private static string Command(TemporaryRepository repository) => Path.Combine(repository.Outside, "my tools", "firsttry");

    // A home with nothing in it, and nothing of the tests' own program on the path.
    private static TemporaryRepository WithTool(string feed, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        foreach (var (name, value) in Release.Environment)
        {
            repository.Environment[name] = value;
        }

        var home = Directory.CreateDirectory(Path.Combine(repository.Outside, "home")).FullName;
        repository.Environment["HOME"] = home;
        repository.Environment["DOTNET_CLI_HOME"] = home;
        repository.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(System.Environment.ProcessPath);
        repository.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        repository.Environment["DOTNET_NOLOGO"] = "1";
        repository.Environment["XDG_CACHE_HOME"] = Path.Combine(repository.Outside, "cache");
        var installed = repository.Run(
            "dotnet", ["tool", "install", "firsttry", "--version", Release.Version, "--source", feed, "--tool-path", Path.Combine(repository.Outside, "my tools")]);
        Assert.True(installed.ExitCode == 0, installed.ToString());
        return repository;
    }

    // The package as it is for a platform that it does not name.
    private void ForgetPlatform(string package)
    {
        using var archive = ZipFile.Open(package, ZipArchiveMode.Update);
        var settings = archive.Entries.Single(entry => entry.Name == "DotnetToolSettings.xml");
        string text;
        using (var reader = new StreamReader(settings.Open()))
        {
            text = reader.ReadToEnd();
        }

        var name = settings.FullName;
        settings.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(string.Join('\n', text.Split('\n').Where(line => !line.Contains($"RuntimeIdentifier=\"{release.Platform}\"", StringComparison.Ordinal))));
    }
}
