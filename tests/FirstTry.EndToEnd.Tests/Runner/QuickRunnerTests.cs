using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>The switch that has the other tests go through runners does so.</summary>
public sealed class QuickRunnerTests
{
    [Fact]
    public void Hooks_and_runs_of_a_repository_go_through_the_runner_that_it_was_given()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", CompiledRepository.Config);
        repository.Write("src/a.txt", "a\n");
        repository.Firsttry("install");
        var runner = QuickRunner.Renew(repository.Root);

        var about = repository.Run(runner!, ["--about"]);
        var commit = repository.TryGit("-c", "core.quotePath=false", "commit", "--allow-empty", "--message", "good");
        var run = repository.Run(runner!, ["run", "full", "--all-files", "--skip", "missing"]);

        Assert.StartsWith("firsttry-runner ", about.Output, System.StringComparison.Ordinal);
        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.DoesNotContain("firsttry build", commit.Error, System.StringComparison.Ordinal);
    }
}
