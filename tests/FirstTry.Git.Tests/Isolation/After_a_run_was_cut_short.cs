using System;
using System.IO;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

public sealed class After_a_run_was_cut_short
{
    private static readonly RepoPath A = RepoPath.FromText("a");

    [Fact]
    public void What_was_hidden_comes_back()
    {
        using var repository = Edited();
        var before = repository.Picture();
        repository.Isolate();
        Assert.Equal("staged\n", repository.Read("a"));

        var report = Recover(repository);

        Assert.Equal(before, repository.Picture());
        Assert.Equal([new HiddenFileResult(A, HiddenFileEnd.Restored)], report!.Files);
        Assert.False(Recovery.IsNeeded(repository.Worktree()));
        Assert.Null(Recover(repository));
    }

    [Fact]
    public void An_edit_made_since_stays_and_the_hidden_version_is_named()
    {
        using var repository = Edited();
        repository.Isolate();
        repository.Write("a", "edited since\n");

        var file = Assert.Single(Recover(repository)!.Files);

        Assert.Equal(HiddenFileEnd.KeptForeign, file.End);
        Assert.Equal("edited since\n", repository.Read("a"));
        Assert.Equal("mine", repository.Git("cat-file", "blob", file.Where!));
    }

    [Fact]
    public void What_a_check_was_writing_is_kept_and_the_hidden_version_comes_back()
    {
        using var repository = Edited();
        var before = repository.Picture();
        repository.Isolate()!.ExpectChanges(null);
        repository.Write("a", "half a fix");

        var file = Assert.Single(Recover(repository)!.Files);

        Assert.Equal(HiddenFileEnd.FixDropped, file.End);
        Assert.Equal(before, repository.Picture());
        Assert.Equal("half a fix", repository.Git("cat-file", "blob", file.Where!));
    }

    [Theory]
    [InlineData(true, "mended\nstaged\n3\nmine\n")]
    [InlineData(false, "staged \nstaged\n3\nmine\n")]
    public void A_fix_is_in_the_file_when_it_is_staged(bool isStaged, string expected)
    {
        using var repository = TemporaryRepository.Create(test: $"fix-staged-{isStaged}");
        repository.Write("a", "staged \nstaged\n3\n");
        repository.CommitAll();
        repository.Write("a", "staged \nstaged\n3\nmine\n");
        var isolated = repository.Isolate()!;
        repository.Write("a", "mended\nstaged\n3\n");
        Assert.True(Assert.Single(isolated.MergeFixes([A])).IsMerged);
        if (isStaged)
        {
            Staging.Add(repository.Worktree(), repository.Block(), [A]);
        }

        Recover(repository);

        Assert.Equal(expected, repository.Read("a"));
    }

    [Fact]
    public void A_file_deleted_before_and_made_again_since_is_not_deleted_again()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "staged\n");
        repository.CommitAll();
        File.Delete(repository.PathOf("a"));
        var isolated = repository.Isolate()!;
        isolated.Leave();
        repository.Git("checkout", "--", "a");

        Recover(repository);

        Assert.Equal("staged\n", repository.Read("a"));
    }

    [Fact]
    public void A_journal_that_is_damaged_stops_everything_and_nothing_is_removed()
    {
        using var repository = Edited();
        repository.Isolate();
        var journal = repository.PathOf(".git/firsttry/isolation/journal");
        var bytes = File.ReadAllBytes(journal);
        bytes[^20] ^= 1;
        File.WriteAllBytes(journal, bytes);

        var failure = Assert.Throws<GitException>(() => Recover(repository));

        Assert.Contains("checksum", failure.Message, StringComparison.Ordinal);
        Assert.Equal("mine\n", File.ReadAllText(Assert.Single(Directory.GetFiles(repository.PathOf(".git/firsttry/isolation"), "a", SearchOption.AllDirectories))));
    }

    [Fact]
    public void A_last_entry_that_is_not_whole_counts_for_nothing()
    {
        using var repository = Edited();
        var before = repository.Picture();
        repository.Isolate()!.ExpectChanges(null);
        var journal = repository.PathOf(".git/firsttry/isolation/journal");
        File.WriteAllBytes(journal, File.ReadAllBytes(journal)[..^3]);

        Recover(repository);

        Assert.Equal(before, repository.Picture());
    }

    [Fact]
    public void Nobody_hides_anything_before_it_is_back()
    {
        using var repository = Edited();
        repository.Isolate();

        Assert.Throws<GitException>(() => repository.Isolate());
        Recover(repository);

        Assert.Equal("mine\n", repository.Read("a"));
    }

    [Fact]
    public void Nothing_is_recovered_from_a_run_that_lives()
    {
        using var repository = Edited();
        repository.Isolate();

        using (RunLock.Acquire(repository.Worktree(), wait: false))
        {
            Assert.Null(Recover(repository));
        }

        Assert.Equal("staged\n", repository.Read("a"));
    }

    [Fact]
    public void Backups_of_a_linked_worktree_outlive_a_collection_of_garbage_in_the_main_one()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "staged\n");
        repository.CommitAll();
        repository.Git("worktree", "add", "--quiet", "../other");
        var root = Path.Combine(repository.Outside, "other");
        var linked = FirstTry.Git.Worktree.Find(root, repository.Block());
        File.WriteAllText(Path.Combine(root, "a"), "mine\n");

        var isolated = IsolatedWorktree.Enter(new IsolationRequest { Worktree = linked, Environment = repository.Block(), Hidden = [A] })!;
        isolated.Leave();
        repository.Git("gc", "--quiet", "--prune=now");

        Assert.Equal("mine\n", CommandLine.Run(root, "git", ["cat-file", "blob", isolated.BackupRef + ":a"], repository.Environment).Output);
        var backup = Assert.Single(Backups.List(linked, repository.Block()));
        Assert.Equal(isolated.BackupRef, backup.Ref);
    }

    [Fact]
    public void Backups_are_given_up_after_two_weeks()
    {
        using var repository = Edited();
        repository.Isolate()!.Leave();
        var created = Assert.Single(Backups.List(repository.Worktree(), repository.Block())).Created;

        Assert.Equal(0, Backups.Prune(repository.Worktree(), repository.Block(), created.AddDays(13.9)));
        Assert.Equal(1, Backups.Prune(repository.Worktree(), repository.Block(), created.AddDays(14.1)));

        Assert.Empty(repository.Backups());
    }

    private static TemporaryRepository Edited([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("a", "staged\n");
        repository.CommitAll();
        repository.Write("a", "mine\n");
        File.SetLastWriteTimeUtc(repository.PathOf("a"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        return repository;
    }

    private static RecoveryReport? Recover(TemporaryRepository repository) =>
        Recovery.Recover(repository.Worktree(), repository.Block(), FaultPoints.None);
}
