using System.IO;
using System.Linq;
using FirstTry.Git.Isolation;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

/// <summary>Files are hidden and come back whatever the repository is made of, and git sees no change that is none.</summary>
public sealed class Unusual_repositories
{
    [Theory]
    [InlineData("sha256", "true")]
    [InlineData("split index", "git update-index --split-index")]
    [InlineData("sparse checkout", "git sparse-checkout set --no-cone '/a' '/b' '/.gitattributes'; git update-index --skip-worktree b; echo beside >> b")]
    [InlineData("assume unchanged", "git update-index --assume-unchanged b; echo beside >> b")]
    [InlineData("no file modes", "git config core.fileMode false; chmod +x b; echo beside >> b")]
    [InlineData("no symbolic links", "git config core.symlinks false; rm link; printf elsewhere > link")]
    [InlineData("times in seconds", "git config core.checkStat minimal; git config core.trustctime false; echo beside >> b")]
    [InlineData("autocrlf", "git config core.autocrlf true; printf 'a\\r\\nb\\r\\n' > b")]
    [InlineData("mixed line ends", "git config core.autocrlf input; printf 'a\\r\\nb\\n' > b")]
    [InlineData("filter that loses", "git config filter.l.clean 'head -c 1'; git config filter.l.smudge cat; echo 'b filter=l' > .gitattributes; git add .gitattributes b; echo zebra > b")]
    [InlineData("a hook that refuses refs", "printf '#!/bin/sh\\nexit 1\\n' > .git/hooks/reference-transaction; chmod +x .git/hooks/reference-transaction; echo beside >> b")]
    public void Everything_comes_back(string kind, string script)
    {
        using var repository = TemporaryRepository.Create(kind == "sha256" ? ["--object-format=sha256"] : null, test: kind);
        foreach (var name in new[] { "a", "b", ".gitattributes", "far/away" })
        {
            repository.Write(name, name.StartsWith('.') ? "" : name + "\n");
        }

        File.CreateSymbolicLink(repository.PathOf("link"), "a");
        repository.CommitAll();
        repository.Write("a", "staged\n");
        repository.Git("add", "a");
        repository.Write("a", "mine\n");
        Assert.Equal(0, repository.Run("sh", ["-ec", script]).ExitCode);
        var before = repository.Picture();

        var isolated = repository.Isolate()!;
        var meanwhile = repository.Git("diff", "--name-only");
        var content = repository.Read("a");
        isolated.Leave();

        Assert.Equal("", meanwhile);
        Assert.Equal("staged\n", content.Replace("\r\n", "\n"));
        Assert.Equal(before, repository.Picture());
        Assert.Equal("mine", repository.Git("cat-file", "blob", isolated.BackupRef + ":a"));
        Assert.Equal("", repository.Git("fsck", "--no-dangling"));
        Assert.Contains("a", isolated.Hidden.Names().ToList());
    }

    [Fact]
    public void Line_ends_that_differ_throughout_are_no_conflict_with_a_fix()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "one \r\n2\r\n3\r\n4\r\n");
        repository.CommitAll();
        repository.Write("a", "one \n2\n3\n4\nfive\n");

        var isolated = repository.Isolate()!;
        repository.Write("a", "one\r\n2\r\n3\r\n4\r\n");
        var merge = Assert.Single(isolated.MergeFixes([Graph.RepoPath.FromText("a")]));
        isolated.Leave();

        Assert.True(merge.IsMerged, merge.Conflict);
        Assert.Equal("one\n2\n3\n4\nfive\n", repository.Read("a"));
    }

    [Fact]
    public void A_binary_file_is_not_merged_and_the_owners_stays()
    {
        using var repository = TemporaryRepository.Create();
        File.WriteAllBytes(repository.PathOf("a"), [0, 1, 2]);
        repository.CommitAll();
        File.WriteAllBytes(repository.PathOf("a"), [0, 1, 2, 3]);

        var isolated = repository.Isolate()!;
        File.WriteAllBytes(repository.PathOf("a"), [0, 9, 2]);
        var merge = Assert.Single(isolated.MergeFixes([Graph.RepoPath.FromText("a")]));
        isolated.Leave();

        Assert.Contains("binary", merge.Conflict, System.StringComparison.Ordinal);
        Assert.Equal([0, 1, 2, 3], File.ReadAllBytes(repository.PathOf("a")));
    }

    [Fact]
    public void Thousands_of_files_with_long_names_take_three_processes_of_git_at_most()
    {
        using var repository = TemporaryRepository.Create();
        var name = new string('n', 120);
        for (var i = 0; i < 3000; i++)
        {
            repository.Write($"{name}/{name}/{i}-{name}", $"{i}\n");
        }

        repository.CommitAll();
        for (var i = 0; i < 3000; i++)
        {
            File.AppendAllText(repository.PathOf($"{name}/{name}/{i}-{name}"), "mine\n");
        }

        var trace = Path.Combine(repository.Outside, "trace");
        var before = repository.Files();
        var look = repository.Look();
        repository.Environment["GIT_TRACE2_EVENT"] = trace;
        var isolated = IsolatedWorktree.Enter(new IsolationRequest
        {
            Worktree = repository.Worktree(),
            Environment = repository.Block(),
            Hidden = look.Unstaged,
        })!;
        repository.Environment["GIT_TRACE2_EVENT"] = null;
        isolated.Leave();

        Assert.Equal(3000, isolated.Hidden.Count);
        Assert.InRange(File.ReadLines(trace).Count(line => line.Contains("\"event\":\"start\"", System.StringComparison.Ordinal)), 1, 3);
        Assert.Equal(before, repository.Files());
    }
}
