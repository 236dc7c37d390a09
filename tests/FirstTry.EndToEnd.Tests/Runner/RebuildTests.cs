using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>A runner whose config has changed, kept up to date behind the owner's back because that is what the owner asked for.</summary>
[Collection(RunnerCollection.Name)]
public sealed class RebuildTests(CompiledRepository compiled)
{
    [Fact]
    public void A_build_in_the_background_makes_the_next_runner()
    {
        using var repository = Changed(nameof(A_build_in_the_background_makes_the_next_runner));
        CompiledRepository.LetCompile(repository);
        var before = CompiledRepository.Executable(repository);

        var first = Commit(repository);
        WaitUntil(() => CompiledRepository.Executable(repository) != before && !File.Exists(FailedFile(repository)), repository);
        var second = Commit(repository);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Contains("a new runner is compiled in the background", first.Error, StringComparison.Ordinal);
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.DoesNotContain("background", second.Error, StringComparison.Ordinal);
        Assert.Equal(["firsttry", "firsttry-runner"], CompiledRepository.Runs(repository));

        // On the branch with the config from before, its own runner is there still.
        repository.Write("firsttry.yml", CompiledRepository.Config);
        File.Delete(repository.PathOf("firsttry.local.yml"));
        Assert.Equal(0, Commit(repository).ExitCode);
        Assert.Equal(["firsttry", "firsttry-runner", "firsttry-runner"], CompiledRepository.Runs(repository));
    }

    [Fact]
    public void One_build_is_at_work_at_a_time_and_no_commit_waits_for_it()
    {
        using var repository = Changed(nameof(One_build_is_at_work_at_a_time_and_no_commit_waits_for_it));
        PretendSdk(repository, "echo started >> \"$OUTSIDE/builds\"; while [ ! -e \"$OUTSIDE/go-on\" ]; do sleep 0.05; done; exit 1");

        var first = Commit(repository);
        WaitUntil(() => File.Exists(Path.Combine(repository.Outside, "builds")), repository);
        var second = Commit(repository);
        File.WriteAllText(Path.Combine(repository.Outside, "go-on"), "");

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.DoesNotContain("background", second.Error, StringComparison.Ordinal);
        Assert.Equal(["started"], File.ReadAllLines(Path.Combine(repository.Outside, "builds")));
        WaitUntil(() => !IsBuilding(repository), repository);
    }

    [Fact]
    public void A_build_that_failed_is_not_tried_again_for_the_same_files()
    {
        using var repository = Changed(nameof(A_build_that_failed_is_not_tried_again_for_the_same_files));
        PretendSdk(repository, "echo started >> \"$OUTSIDE/builds\"; echo 'no packages for you'; exit 1");

        var first = Commit(repository);
        WaitUntil(() => File.Exists(FailedFile(repository)) && File.Exists(Path.Combine(repository.Outside, "builds")) && !IsBuilding(repository), repository);
        var second = Commit(repository);
        var log = File.ReadAllText(Path.Combine(CompiledRepository.Place(repository), "build.log"));

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Contains("the build in the background failed", second.Error, StringComparison.Ordinal);
        Assert.Contains("no packages for you", log, StringComparison.Ordinal);
        Assert.Equal(["started"], File.ReadAllLines(Path.Combine(repository.Outside, "builds")));
    }

    [Fact]
    public void Who_wants_no_word_of_it_gets_none()
    {
        using var repository = Changed(nameof(Who_wants_no_word_of_it_gets_none));
        repository.Write("firsttry.local.yml", "build: never\n");

        var commit = Commit(repository);

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.DoesNotContain("build", commit.Error, StringComparison.Ordinal);
    }

    private TemporaryRepository Changed(string test)
    {
        var repository = compiled.Copy(test);
        repository.Write("firsttry.yml", "# changed\n" + CompiledRepository.Config);
        repository.Write("firsttry.local.yml", "build: auto\n");
        File.AppendAllText(repository.PathOf(".git/info/exclude"), "firsttry.local.yml\n");
        return repository;
    }

    private static CommandResult Commit(TemporaryRepository repository)
    {
        File.AppendAllText(repository.PathOf("app.py"), "y = 1\n");
        return repository.TryGit("commit", "--all", "--message", "next");
    }

    private static void PretendSdk(TemporaryRepository repository, string publish)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository.Outside, "sdk")).FullName;
        foreach (var (name, script) in (ReadOnlySpan<(string, string)>)[("dotnet", $"[ \"$1\" = --list-sdks ] && echo '10.0.401 [/sdk]' && exit 0; {publish}"), ("clang", "exit 0")])
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        repository.Environment["OUTSIDE"] = repository.Outside;
        repository.Environment["PATH"] = folder + ":" + repository.Environment["PATH"];
        repository.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(System.Environment.ProcessPath);
    }

    private static string FailedFile(TemporaryRepository repository) => Path.Combine(CompiledRepository.Place(repository), "failed");

    private static bool IsBuilding(TemporaryRepository repository) => IsLocked(repository);

    private static bool IsLocked(TemporaryRepository repository)
    {
        try
        {
            using var file = new FileStream(Path.Combine(CompiledRepository.Place(repository), "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void WaitUntil(Func<bool> condition, TemporaryRepository repository) =>
        Waiting.Until(condition, () => Path.Combine(CompiledRepository.Place(repository), "build.log") is var log && File.Exists(log) ? File.ReadAllText(log) : "no log");
}
