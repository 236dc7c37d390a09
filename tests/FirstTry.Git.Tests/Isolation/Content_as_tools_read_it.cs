using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

public sealed class Content_as_tools_read_it
{
    [Fact]
    public void Filters_line_ends_encodings_modes_and_links_are_as_in_a_checkout()
    {
        using var repository = TemporaryRepository.Create();
        repository.Git("config", "filter.up.clean", "tr a-z A-Z");
        repository.Git("config", "filter.up.smudge", "tr A-Z a-z");
        repository.Write(".gitattributes", "*.up filter=up\n*.win text eol=crlf\n*.u16 text working-tree-encoding=UTF-16LE\n");
        repository.Write("x.up", "lower\n");
        repository.Write("x.win", "a\r\nb\r\n");
        File.WriteAllBytes(repository.PathOf("x.u16"), Encoding.Unicode.GetBytes("ä\n"));
        repository.Write("run", "#!/bin/sh\n");
        File.SetUnixFileMode(repository.PathOf("run"), (UnixFileMode)0x1ED);
        File.CreateSymbolicLink(repository.PathOf("link"), "run");
        repository.Git("add", "--all");

        var folder = Materialize(repository, ["x.up", "x.win", "x.u16", "run", "link"], out var states);

        Assert.All(states, file => Assert.Equal(StagedState.Present, file.State));
        Assert.Equal("lower\n", File.ReadAllText(Path.Combine(folder, "x.up")));
        Assert.Equal("a\r\nb\r\n", File.ReadAllText(Path.Combine(folder, "x.win")));
        Assert.Equal(Encoding.Unicode.GetBytes("ä\n"), File.ReadAllBytes(Path.Combine(folder, "x.u16")));
        Assert.True(File.GetUnixFileMode(Path.Combine(folder, "run")).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal("run", new FileInfo(Path.Combine(folder, "link")).LinkTarget);
    }

    [Fact]
    public void Attributes_that_are_staged_count_where_they_are_among_the_files()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(".gitattributes", "*.txt text eol=crlf\n");
        repository.Write("a.txt", "a\n");
        repository.Git("add", "--all");
        repository.Write(".gitattributes", "*.txt -text\n");

        var folder = Materialize(repository, [".gitattributes", "a.txt"], out _);

        Assert.Equal("a\r\n", File.ReadAllText(Path.Combine(folder, "a.txt")));
        Assert.Equal("*.txt text eol=crlf\n", File.ReadAllText(Path.Combine(folder, ".gitattributes")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_has_no_content_is_told_apart(bool isSplit)
    {
        using var repository = TemporaryRepository.Create(test: $"no-content-{isSplit}");
        repository.Write("conflict", "base\n");
        repository.Write("deleted", "x\n");
        repository.CommitAll();
        repository.Git("checkout", "-q", "-b", "other");
        repository.Write("conflict", "theirs\n");
        repository.CommitAll();
        repository.Git("checkout", "-q", "main");
        repository.Write("conflict", "ours\n");
        repository.CommitAll();
        repository.TryGit("merge", "other");
        repository.Git("rm", "-q", "--cached", "deleted");
        repository.Write("announced", "x\n");
        repository.Git("add", "--intent-to-add", "announced");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{repository.Git("rev-parse", "HEAD")},module");
        repository.Write("empty", "");
        repository.Git("add", "empty");
        if (isSplit)
        {
            repository.Git("update-index", "--split-index");
        }

        _ = Materialize(repository, ["conflict", "deleted", "announced", "module", "empty", "unknown"], out var states);

        Assert.Equal(
            [StagedState.Unmerged, StagedState.Absent, StagedState.Absent, StagedState.Submodule, StagedState.Present, StagedState.Absent],
            states.Select(file => file.State));
    }

    [Fact]
    public void Names_are_bytes_and_never_patterns()
    {
        using var repository = TemporaryRepository.Create();
        string[] names = ["-rf", "new\nline", "quote\"", "`id`", "$(id)", " trailing ", "[id].js", "d.js", "*", "tab\t", "back\\slash"];
        var script = string.Join('\n', names.Select((name, i) => $"printf {i} > './{name}'")) + "\nprintf latin > \"$(printf 'caf\\351')\"\ngit add .";
        Assert.Equal(0, repository.Run("sh", ["-ec", script]).ExitCode);
        var paths = names.Select(RepoPath.FromText).Append(new RepoPath([.. "caf"u8, 0xE9])).ToArray();
        var folder = Directory.CreateDirectory(Path.Combine(repository.Outside, "staged")).FullName;

        StagedContent.Materialize(repository.Worktree(), repository.Block(), paths, folder);

        Assert.Equal(names.Select((_, i) => $"{i}").Append("latin"), paths.Select(path => Encoding.UTF8.GetString(WorktreeFiles.Read(folder, path))));
        Assert.Equal(paths.Length, Directory.EnumerateFileSystemEntries(folder).Count());
    }

    [Fact]
    public void The_index_in_use_is_what_counts_also_by_a_relative_path()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "first\n");
        repository.Write(".gitattributes", "");
        repository.Git("add", "--all");
        File.Copy(repository.PathOf(".git/index"), repository.PathOf(".git/other"));
        repository.Write("a", "second\n");
        repository.Git("add", "a");
        repository.Environment["GIT_INDEX_FILE"] = ".git/other";

        var folder = Materialize(repository, ["a", ".gitattributes"], out _);

        Assert.Equal("first\n", File.ReadAllText(Path.Combine(folder, "a")));
    }

    [Fact]
    public void A_filter_that_must_not_fail_and_fails_stops_everything()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(".gitattributes", "*.x filter=broken\n");
        repository.Write("a.x", "a\n");
        repository.CommitAll();
        repository.Write("a.x", "b\n");
        repository.Git("config", "filter.broken.smudge", "false");
        repository.Git("config", "filter.broken.required", "true");
        var before = repository.Files();

        Assert.Throws<GitException>(() => repository.Isolate());

        Assert.Equal(before, repository.Files());
        Assert.True(repository.IsClean());
    }

    private static string Materialize(TemporaryRepository repository, string[] paths, out StagedFile[] states)
    {
        var folder = Directory.CreateDirectory(Path.Combine(repository.Outside, "staged")).FullName;
        states = [.. StagedContent.Materialize(repository.Worktree(), repository.Block(), [.. paths.Select(RepoPath.FromText)], folder)];
        return folder;
    }
}
