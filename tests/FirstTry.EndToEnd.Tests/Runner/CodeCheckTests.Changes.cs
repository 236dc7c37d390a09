using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>What ends the runner from within, and what follows an edit of a source.</summary>
public sealed partial class CodeCheckTests
{
    [Fact]
    public void A_stack_that_overflows_stops_the_commit_with_the_reason_and_hidden_work_comes_back()
    {
        using var repository = compiled.Copy();
        repository.Write("a.deep", "staged\n");
        repository.Git("add", "--all");
        repository.Write("a.deep", "staged\nand mine\n");

        var commit = repository.TryGit("commit", "--message", "bad");
        var next = repository.Firsttry("recover");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("firsttry: error: the system ended the runner (signal ", commit.Error, StringComparison.Ordinal);
        Assert.Contains("a check written in C# calls itself without end", commit.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("died of signal", commit.Error, StringComparison.Ordinal);
        Assert.Equal("base", repository.Git("log", "-1", "--format=%s"));
        Assert.True(next.ExitCode == 0, next.ToString());
        Assert.Equal("staged\nand mine\n", repository.Read("a.deep"));
        Assert.Equal("staged", repository.Git("show", ":a.deep"));
    }

    [Fact]
    public void A_commit_by_an_edited_source_is_right_after_the_build_that_was_asked_for()
    {
        using var repository = compiled.Copy();
        CompiledRepository.LetCompile(repository);
        var before = CompiledRepository.Executable(repository);
        repository.Write("firsttry.local.yml", "build: auto\n");
        File.AppendAllText(repository.PathOf(".git/info/exclude"), "firsttry.local.yml\n");
        repository.Write("checks/Text.cs", CompiledCode.Code.Replace("TODO", "HACK", StringComparison.Ordinal));
        repository.Write("a.txt", "HACK\n");
        repository.Git("add", "--all");

        var early = repository.TryGit("commit", "--message", "by sources that nobody compiled");
        Waiting.Until(() => CompiledRepository.Executable(repository) != before && !File.Exists(Path.Combine(CompiledRepository.Place(repository), "failed")), () => LogOf(repository));
        var bad = repository.TryGit("commit", "--message", "bad");
        repository.Write("a.txt", "TODO, which is no problem any more\n");
        repository.Git("add", "--all");
        var good = repository.TryGit("commit", "--message", "good");

        Assert.Equal(1, early.ExitCode);
        Assert.Contains("written in C#", early.Error, StringComparison.Ordinal);
        Assert.Contains("compiled in the background", early.Error, StringComparison.Ordinal);
        Assert.True(bad.ExitCode == 1 && bad.Error.Contains("a.txt:1: do it, or file it\n", StringComparison.Ordinal), bad.ToString());
        Assert.True(good.ExitCode == 0, good.ToString());
        Assert.Equal("firsttry-runner", CompiledRepository.Runs(repository).Last());
    }

    private static string LogOf(TemporaryRepository repository) =>
        Path.Combine(CompiledRepository.Place(repository), "build.log") is var log && File.Exists(log) ? File.ReadAllText(log) : "no log";
}
