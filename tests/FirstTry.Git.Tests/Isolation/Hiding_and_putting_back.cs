using System;
using System.IO;
using System.Linq;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

public sealed class Hiding_and_putting_back
{
    [Fact]
    public void A_partially_staged_file_holds_its_staged_content_meanwhile()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a.txt", "one\n");
        repository.CommitAll();
        repository.Write("a.txt", "one\ntwo\n");
        repository.Git("add", "a.txt");
        repository.Write("a.txt", "one\ntwo\nthree\n");
        File.SetLastWriteTimeUtc(repository.PathOf("a.txt"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1234567));
        var before = repository.Picture();

        var isolated = repository.Isolate()!;
        var meanwhile = repository.Read("a.txt");
        var results = isolated.Leave();

        Assert.Equal("one\ntwo\n", meanwhile);
        Assert.Equal(before, repository.Picture());
        Assert.Equal([new HiddenFileResult(RepoPath.FromText("a.txt"), HiddenFileEnd.Restored)], results);
        Assert.True(repository.IsClean());
    }

    [Fact]
    public void Every_byte_is_in_a_backup_that_plain_git_reads()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("folder/a b.txt", "one\n");
        repository.CommitAll();
        repository.Write("folder/a b.txt", "not yet\r\n");

        var isolated = repository.Isolate()!;
        isolated.Leave();

        Assert.Equal([isolated.BackupRef], repository.Backups());
        Assert.Equal("not yet\r", repository.Git("cat-file", "blob", isolated.BackupRef + ":folder/a b.txt"));
        Assert.Equal("", repository.Git("fsck", "--strict", "--no-dangling"));
    }

    [Fact]
    public void All_kinds_of_changes_come_back_as_they_were()
    {
        using var repository = TemporaryRepository.Create();
        foreach (var name in new[] { "edited", "gone", "sub/gone", "mode", "link", "becomes-link", "becomes-folder", "deep/er/gone" })
        {
            repository.Write(name, $"content of {name}\n");
        }

        File.Delete(repository.PathOf("link"));
        File.CreateSymbolicLink(repository.PathOf("link"), "edited");
        repository.Write("folder-becomes-file/x", "x\n");
        repository.Write("folder-becomes-link/y", "y\n");
        repository.CommitAll();
        var staged = repository.Checkout("staged");
        repository.Write("edited", "edited\n");
        File.Delete(repository.PathOf("gone"));
        Directory.Delete(repository.PathOf("sub"), recursive: true);
        Directory.Delete(repository.PathOf("deep"), recursive: true);
        File.SetUnixFileMode(repository.PathOf("mode"), (UnixFileMode)0x1ED);
        File.Delete(repository.PathOf("link"));
        File.CreateSymbolicLink(repository.PathOf("link"), "elsewhere");
        File.Delete(repository.PathOf("becomes-link"));
        File.CreateSymbolicLink(repository.PathOf("becomes-link"), "edited");
        File.Delete(repository.PathOf("becomes-folder"));
        repository.Write("becomes-folder/inside", "inside\n");
        Directory.Delete(repository.PathOf("folder-becomes-file"), recursive: true);
        repository.Write("folder-becomes-file", "a file\n");
        Directory.Delete(repository.PathOf("folder-becomes-link"), recursive: true);
        File.CreateSymbolicLink(repository.PathOf("folder-becomes-link"), "becomes-folder");
        repository.Write("announced", "announced\n");
        repository.Git("add", "--intent-to-add", "announced");
        var before = repository.Picture();

        var isolated = repository.Isolate()!;
        var difference = repository.Run("diff", ["-r", "--no-dereference", "--exclude=.git", staged, repository.Root]);
        isolated.Leave();

        Assert.Equal("", difference.Output);
        Assert.Equal(before, repository.Picture());
        Assert.True(repository.IsClean());
    }

    [Fact]
    public void Untracked_files_are_hidden_where_all_is_wanted()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(".gitignore", "*.log\n");
        repository.Write("a", "a\n");
        repository.CommitAll();
        repository.Write("new/file", "new\n");
        repository.Write("new/file.log", "ignored\n");
        repository.Write("other", "other\n");
        var before = repository.Picture();

        var isolated = repository.Isolate(all: true)!;
        var meanwhile = Directory.GetFiles(repository.Root, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/.git/")).Select(Path.GetFileName).Order();
        isolated.Leave();

        Assert.Equal([".gitignore", "a", "file.log"], meanwhile);
        Assert.Equal(before, repository.Picture());
    }

    [Fact]
    public void Nothing_is_written_when_nothing_differs()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "a\n");
        repository.CommitAll();
        var before = repository.Run("sh", ["-c", "find . -printf '%p %T@ %C@\n' | sort"]).Output;

        var isolated = repository.Isolate();

        Assert.Null(isolated);
        Assert.Equal(before, repository.Run("sh", ["-c", "find . -printf '%p %T@ %C@\n' | sort"]).Output);
    }

    [Fact]
    public void An_edit_by_somebody_else_stays_and_what_was_hidden_is_kept()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "staged\n");
        repository.CommitAll();
        repository.Write("a", "mine\n");

        var isolated = repository.Isolate()!;
        repository.Write("a", "saved by an editor\n");
        var result = Assert.Single(isolated.Leave());

        Assert.Equal(HiddenFileEnd.KeptForeign, result.End);
        Assert.Equal("saved by an editor\n", repository.Read("a"));
        Assert.Equal("mine", repository.Git("cat-file", "blob", result.Where!));
    }

    [Fact]
    public void A_program_that_holds_the_file_open_goes_on_in_the_one_that_comes_back()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("log", "staged\n");
        repository.CommitAll();
        repository.Write("log", "mine\n");
        using var open = new FileStream(repository.PathOf("log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

        var isolated = repository.Isolate()!;
        open.Write("written meanwhile\n"u8);
        open.Flush();
        isolated.Leave();

        Assert.Equal("mine\nwritten meanwhile\n", repository.Read("log"));
    }
}
