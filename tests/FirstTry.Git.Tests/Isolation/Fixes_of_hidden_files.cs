using System.IO;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

public sealed class Fixes_of_hidden_files
{
    private static readonly RepoPath A = RepoPath.FromText("a");

    [Fact]
    public void A_fix_and_an_unstaged_change_go_together()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "one \n2\n3\n4\n5\n");
        repository.Git("add", "a");
        repository.Write("a", "one \n2\n3\n4\n5\nsix\n");

        var isolated = repository.Isolate()!;
        repository.Write("a", "one\n2\n3\n4\n5\n");
        var merges = isolated.MergeFixes([A]);
        Staging.Add(repository.Worktree(), repository.Block(), [A]);
        var result = Assert.Single(isolated.Leave());

        Assert.Equal([new FixMerge(A)], merges);
        Assert.Equal(HiddenFileEnd.Merged, result.End);
        Assert.Equal("one\n2\n3\n4\n5\nsix\n", repository.Read("a"));
        Assert.Equal("one\n2\n3\n4\n5", repository.Git("show", ":a"));
        Assert.Equal("AM a", repository.Git("status", "--porcelain"));
        Assert.True(repository.IsClean());
    }

    [Fact]
    public void A_fix_in_an_unstaged_line_is_dropped_and_kept_in_a_backup()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "one \n");
        repository.CommitAll();
        repository.Write("a", "one more \n");
        var before = repository.Picture();

        var isolated = repository.Isolate()!;
        repository.Write("a", "one\n");
        var merge = Assert.Single(isolated.MergeFixes([A]));
        var meanwhile = repository.Read("a");
        isolated.Leave();

        Assert.False(merge.IsMerged);
        Assert.Equal("one \n", meanwhile);
        Assert.Equal(before, repository.Picture());
        Assert.Contains(repository.Backups(), name => name.Contains("dropped") && repository.Git("cat-file", "blob", name + ":a") == "one");
    }

    [Fact]
    public void A_fix_of_a_file_that_its_owner_deleted_is_committed_and_the_file_stays_deleted()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "one \n");
        repository.Git("add", "a");
        File.Delete(repository.PathOf("a"));

        var isolated = repository.Isolate()!;
        repository.Write("a", "one\n");
        Assert.True(Assert.Single(isolated.MergeFixes([A])).IsMerged);
        Staging.Add(repository.Worktree(), repository.Block(), [A]);
        isolated.Leave();

        Assert.False(File.Exists(repository.PathOf("a")));
        Assert.Equal("one", repository.Git("show", ":a"));
    }

    [Fact]
    public void Half_a_fix_is_none()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "one \n2\n3\n4\n");
        repository.CommitAll();
        repository.Write("a", "one \n2\n3\n4\nfive\n");
        var before = repository.Picture();

        var isolated = repository.Isolate()!;
        repository.Write("a", "one\n2\n3\n4\n");
        Assert.False(Assert.Single(isolated.MergeFixes([A], isComplete: false)).IsMerged);
        isolated.Leave();

        Assert.Equal(before, repository.Picture());
    }

    [Fact]
    public void A_second_fix_builds_on_the_first()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "one \n2\n3\n4 \n5\n6\n7\n");
        repository.Git("add", "a");
        repository.Write("a", "one \n2\n3\n4 \n5\n6\n7\neight\n");

        var isolated = repository.Isolate()!;
        repository.Write("a", "one\n2\n3\n4 \n5\n6\n7\n");
        Assert.True(Assert.Single(isolated.MergeFixes([A])).IsMerged);
        Staging.Add(repository.Worktree(), repository.Block(), [A]);
        repository.Write("a", "one\n2\n3\n4\n5\n6\n7\n");
        Assert.True(Assert.Single(isolated.MergeFixes([A])).IsMerged);
        Staging.Add(repository.Worktree(), repository.Block(), [A]);
        isolated.Leave();

        Assert.Equal("one\n2\n3\n4\n5\n6\n7\neight\n", repository.Read("a"));
        Assert.Equal("one\n2\n3\n4\n5\n6\n7", repository.Git("show", ":a"));
    }

    [Fact]
    public void A_check_that_makes_the_file_executable_leaves_it_so()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "one\n");
        repository.Git("add", "a");
        repository.Write("a", "one\ntwo\n");
        File.SetUnixFileMode(repository.PathOf("a"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var isolated = repository.Isolate()!;
        File.SetUnixFileMode(repository.PathOf("a"), (UnixFileMode)0x1ED);
        Assert.True(Assert.Single(isolated.MergeFixes([A])).IsMerged);
        isolated.Leave();

        Assert.Equal("one\ntwo\n", repository.Read("a"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(repository.PathOf("a")));
    }
}
