using System.IO;
using System.Linq;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class StagedChangesTests
{
    [Fact]
    public void Added_changed_and_renamed_files_count_and_deleted_ones_stand_apart()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("changed.txt", "1\n");
        repository.Write("gone.txt", "1\n");
        repository.Write("old-name.txt", "the same content, long enough\n");
        repository.Write("same.txt", "1\n");
        repository.CommitAll();
        repository.Write("changed.txt", "2\n");
        repository.Write("added.txt", "1\n");
        repository.Git("rm", "--quiet", "gone.txt");
        repository.Git("mv", "old-name.txt", "new-name.txt");
        repository.Git("add", "--all");
        repository.Write("untracked.txt", "1\n");

        var staged = repository.Staged();

        Assert.Equal(FileSelection.Staged, staged.Selection);
        Assert.Equal(["added.txt", "changed.txt", "new-name.txt"], staged.Files.Names());
        Assert.Equal(["gone.txt", "old-name.txt"], staged.Deleted.Names());
    }

    [Fact]
    public void Before_the_first_commit_everything_staged_is_added()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.Git("add", "--all");

        Assert.Equal(["a.txt"], repository.Staged().Files.Names());
    }

    [Fact]
    public void A_repository_with_packed_refs_has_commits()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        repository.Git("pack-refs", "--all");
        repository.Write("b.txt", "1\n");
        repository.Git("add", "--all");

        Assert.Equal(["b.txt"], repository.Staged().Files.Names());
    }

    [Fact]
    public void A_file_that_is_only_announced_has_nothing_staged()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Write("announced.txt", "1\n");
        repository.Git("add", "--intent-to-add", "announced.txt");

        Assert.Empty(repository.Staged().Files);
    }

    [Fact]
    public void A_submodule_is_not_a_file()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.Root, "sub");

        Assert.Equal([".gitmodules"], repository.Staged().Files.Names());
    }

    [Fact]
    public void A_link_and_a_change_of_mode_count()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("script.sh", "#!/bin/sh\n");
        repository.CommitAll();
        repository.Run("chmod", ["755", "script.sh"]);
        File.CreateSymbolicLink(repository.PathOf("link"), "script.sh");
        repository.Git("add", "--all");

        Assert.Equal(["link", "script.sh"], repository.Staged().Files.Names());
    }

    [Fact]
    public void The_index_in_use_is_the_one_that_git_names()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        repository.Write("a.txt", "2\n");
        repository.Environment["GIT_INDEX_FILE"] = repository.PathOf(".git/other-index");
        repository.Git("read-tree", "HEAD");
        repository.Git("add", "a.txt");

        Assert.Equal(["a.txt"], repository.Staged().Files.Names());
        repository.Environment["GIT_INDEX_FILE"] = null;
        Assert.Empty(repository.Staged().Files);
    }

    [Fact]
    public void A_file_in_the_place_of_a_submodule_counts_and_a_submodule_in_the_place_of_a_file_deletes_it()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("becomes-submodule", "1\n");
        repository.CommitAll();
        var commit = repository.Git("rev-parse", "HEAD");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{commit},becomes-file");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{commit},goes");
        repository.Git("commit", "--quiet", "--message", "submodules");
        var blob = repository.Git("rev-parse", "HEAD:becomes-submodule");
        repository.Git("rm", "--quiet", "--cached", "becomes-submodule", "becomes-file", "goes");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{commit},becomes-submodule");
        repository.Git("update-index", "--add", "--cacheinfo", $"100644,{blob},becomes-file");

        var staged = repository.Staged();

        Assert.Equal(["becomes-file"], staged.Files.Names());
        Assert.Equal(["becomes-submodule"], staged.Deleted.Names());
    }

    [Fact]
    public void A_file_that_became_a_link_counts()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "target\n");
        repository.CommitAll();
        File.Delete(repository.PathOf("a"));
        File.CreateSymbolicLink(repository.PathOf("a"), "nowhere");
        repository.Git("add", "--all");

        Assert.Equal(["a"], repository.Staged().Files.Names());
    }

    [Fact]
    public void A_conflict_has_nothing_staged_and_is_part_of_the_working_tree()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("switch", "--quiet", "--create", "side");
        repository.Write("a.txt", "side\n");
        repository.CommitAll();
        repository.Git("switch", "--quiet", "main");
        repository.Write("a.txt", "main\n");
        repository.CommitAll();
        repository.TryGit("merge", "side");

        Assert.Empty(repository.Staged().Files);
        Assert.Equal(["a.txt"], repository.Changes().WorkingTree().Files.Names());
    }

    [Fact]
    public void A_staged_file_that_is_absent_on_disk_counts_because_it_will_be_committed()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.Git("add", "--all");
        File.Delete(repository.PathOf("a.txt"));

        Assert.Equal(["a.txt"], repository.Staged().Files.Names());
    }

    [Fact]
    public void Names_are_bytes()
    {
        using var repository = TemporaryRepository.Create();
        repository.Run("sh", ["-c", "touch -- 'new\nline' '-dash' ' space ' 'quote\"' '*' \"$(printf 'caf\\351')\""]);
        repository.Git("add", "--all");

        var files = repository.Staged().Files;

        Assert.Equal([" space ", "*", "-dash", "\"caf\\351\"", "\"new\\nline\"", "\"quote\\\"\""], files.Names());
        Assert.Equal([0x63, 0x61, 0x66, 0xe9], files.Single(path => path.ToString().Contains("caf", System.StringComparison.Ordinal)).Bytes);
    }

    [Fact]
    public void A_failure_of_git_comes_out_in_its_own_words()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        File.WriteAllText(repository.PathOf(".git/index"), "garbage");

        var exception = Assert.Throws<GitException>(() => repository.Staged());

        Assert.Contains("index file", exception.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_of_somebody_else_is_refused_in_the_words_of_git()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "1\n");
        repository.CommitAll();
        var head = repository.Git("rev-parse", "HEAD");
        repository.Environment["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1";
        var changes = repository.Changes();

        Assert.All<System.Action>(
            [
                () => changes.Staged(),
                () => changes.WorkingTree(),
                () => changes.All(),
                () => changes.LastCommit(),
                () => changes.Between(head, head),
                () => changes.Pushed([new PushedRef("refs/heads/main", head, "refs/heads/main", new string('0', 40))], "origin"),
            ],
            read => Assert.Contains("dubious ownership", Assert.Throws<GitException>(read).Message, System.StringComparison.Ordinal));
    }
}
