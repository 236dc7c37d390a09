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

        var staged = repository.Changes().Staged();

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

        Assert.Equal(["a.txt"], repository.Changes().Staged().Files.Names());
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

        Assert.Equal(["b.txt"], repository.Changes().Staged().Files.Names());
    }

    [Fact]
    public void A_file_that_is_only_announced_has_nothing_staged()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Write("announced.txt", "1\n");
        repository.Git("add", "--intent-to-add", "announced.txt");

        Assert.Empty(repository.Changes().Staged().Files);
    }

    [Fact]
    public void A_submodule_is_not_a_file()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.Root, "sub");

        Assert.Equal([".gitmodules"], repository.Changes().Staged().Files.Names());
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

        Assert.Equal(["link", "script.sh"], repository.Changes().Staged().Files.Names());
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

        Assert.Equal(["a.txt"], repository.Changes().Staged().Files.Names());
        repository.Environment["GIT_INDEX_FILE"] = null;
        Assert.Empty(repository.Changes().Staged().Files);
    }

    [Fact]
    public void Names_are_bytes()
    {
        using var repository = TemporaryRepository.Create();
        repository.Run("sh", ["-c", "touch -- 'new\nline' '-dash' ' space ' 'quote\"' '*' \"$(printf 'caf\\351')\""]);
        repository.Git("add", "--all");

        var files = repository.Changes().Staged().Files;

        Assert.Equal([" space ", "*", "-dash", "\"caf\\351\"", "\"new\\nline\"", "\"quote\\\"\""], files.Names());
        Assert.Equal([0x63, 0x61, 0x66, 0xe9], files.Single(path => path.ToString().Contains("caf", System.StringComparison.Ordinal)).Bytes);
    }

    [Fact]
    public void A_failure_of_git_comes_out_in_its_own_words()
    {
        using var repository = TemporaryRepository.Create();
        repository.CommitAll();
        File.WriteAllText(repository.PathOf(".git/index"), "garbage");

        var exception = Assert.Throws<GitException>(() => repository.Changes().Staged());

        Assert.Contains("index file", exception.Message, System.StringComparison.Ordinal);
    }
}
