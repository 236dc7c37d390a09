using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>Where there is no unstaged change, a hook leaves the working tree and everything of git's alone: not one file, folder or ref.</summary>
public sealed class NothingToHideTests
{
    // With the time of the last change of anything about it, which no program can set. The history of runs is the only thing that grows.
    private const string Everything = "find . -path ./.git/firsttry/runs.jsonl -o -printf '%p %y %i %m %s %T@ %C@\n' | LC_ALL=C sort";

    [Theory]
    [InlineData("tracked")]
    [InlineData("all")]
    [InlineData("none")]
    public void Nothing_is_written(string isolate)
    {
        using var repository = Staged(isolate);
        var before = TreePicture.Shell(repository, Everything);

        var first = repository.Firsttry("hook", "pre-commit");
        var afterFirst = TreePicture.Shell(repository, Everything);
        var second = repository.Firsttry("hook", "pre-commit");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(2, HookedRepository.Runs(repository));
        Assert.Equal(before, afterFirst);
        Assert.Equal(before, TreePicture.Shell(repository, Everything));
    }

    [Fact]
    public void The_picture_shows_what_is_written_where_something_is_hidden()
    {
        using var repository = Staged("tracked");
        TreePicture.Shell(repository, "echo mine >> b.txt");
        var before = TreePicture.Shell(repository, Everything);

        Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);

        Assert.NotEqual(before, TreePicture.Shell(repository, Everything));
    }

    private static TemporaryRepository Staged(string isolate)
    {
        var repository = HookedRepository.Create(HookedRepository.TreeIsIndex, isolate, test: $"nothing-to-hide-{isolate}");
        Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);
        TreePicture.Shell(repository, "echo more >> a.txt; git add a.txt; git status > /dev/null");
        return repository;
    }
}
