using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>
/// A kind of repository, made with real git: the last commit changed <c>a.txt</c> and deleted <c>c.txt</c>, <c>b.txt</c> is staged, and
/// <c>a.txt</c> is edited but not staged. A kind adds what is special to it.
/// </summary>
/// <param name="Arrange">Turns the repository into this kind, after its commits, and returns the working tree to look at.</param>
/// <param name="IsComparedByLibGit2">Whether libgit2 may answer what changed between commits.</param>
/// <param name="IsIndexRead">Whether the index is read without git.</param>
internal sealed record RepositoryKind(Func<TemporaryRepository, string> Arrange, bool IsComparedByLibGit2 = true, bool IsIndexRead = true)
{
    public static readonly Dictionary<string, RepositoryKind> All = new()
    {
        ["plain"] = new(repository => repository.Root),
        ["GIT_INDEX_FILE"] = new(OtherIndex),
        ["hooksPath in config.worktree"] = new(HooksPathOfWorktree),
        ["hooksPath in GIT_CONFIG_*"] = new(HooksPathOfEnvironment),
        ["external clean filter"] = new(CleanFilter),
        ["working-tree-encoding"] = new(Encoding) { AlsoStaged = ["latin.txt"] },
        ["paths that are not UTF-8"] = new(OtherBytes, IsComparedByLibGit2: false) { AlsoCommitted = ["\"caf\\351\""] },
        ["intent-to-add"] = new(Announced) { AlsoUnstaged = ["announced.txt"] },
        ["sha256"] = new(repository => repository.Root, IsComparedByLibGit2: false) { Init = ["--object-format=sha256"] },
        ["split index"] = new(SplitIndex, IsIndexRead: false),
        ["sparse index"] = new(SparseIndex, IsIndexRead: false) { AlsoCommitted = ["near/y.txt"] },
        ["partial clone tree:0"] = new(PartialClone, IsComparedByLibGit2: false),
        ["submodule"] = new(Submodule),
        ["linked worktree"] = new(LinkedWorktree),
        ["replaced objects"] = new(Replaced, IsComparedByLibGit2: false),
    };

    public string[] Init { get; init; } = [];

    public string[] AlsoCommitted { get; init; } = [];

    public string[] AlsoStaged { get; init; } = [];

    public string[] AlsoUnstaged { get; init; } = [];

    /// <summary>Makes one; the environment of the repository is the one to ask with.</summary>
    public (TemporaryRepository Repository, string Root) Create(string test)
    {
        var repository = TemporaryRepository.Create(Init, test);
        repository.Write("a.txt", "1\n");
        repository.Write("b.txt", "1\n");
        repository.Write("c.txt", "1\n");
        repository.CommitAll();
        repository.Write("a.txt", "2\n");
        repository.Git("rm", "--quiet", "c.txt");
        repository.CommitAll();
        var root = Arrange(repository);
        File.WriteAllText(Path.Combine(root, "b.txt"), "staged\n");
        CommandLine.Run(root, "git", ["add", "b.txt"], repository.Environment);
        File.WriteAllText(Path.Combine(root, "a.txt"), "edited\n");
        return (repository, root);
    }

    private static string OtherIndex(TemporaryRepository repository)
    {
        repository.Environment["GIT_INDEX_FILE"] = repository.PathOf(".git/other-index");
        repository.Git("read-tree", "HEAD");
        return repository.Root;
    }

    private static string HooksPathOfWorktree(TemporaryRepository repository)
    {
        repository.Git("config", "extensions.worktreeConfig", "true");
        repository.Git("config", "--worktree", "core.hooksPath", "elsewhere");
        return repository.Root;
    }

    private static string HooksPathOfEnvironment(TemporaryRepository repository)
    {
        repository.Environment["GIT_CONFIG_COUNT"] = "1";
        repository.Environment["GIT_CONFIG_KEY_0"] = "core.hooksPath";
        repository.Environment["GIT_CONFIG_VALUE_0"] = "elsewhere";
        return repository.Root;
    }

    private static string CleanFilter(TemporaryRepository repository)
    {
        repository.Git("config", "filter.upper.clean", "tr a-z A-Z");
        repository.Git("config", "filter.upper.smudge", "tr A-Z a-z");
        Directory.CreateDirectory(repository.PathOf(".git/info"));
        File.WriteAllText(repository.PathOf(".git/info/attributes"), "*.txt filter=upper\n");
        return repository.Root;
    }

    private static string Encoding(TemporaryRepository repository)
    {
        Directory.CreateDirectory(repository.PathOf(".git/info"));
        File.WriteAllText(repository.PathOf(".git/info/attributes"), "latin.txt working-tree-encoding=ISO-8859-1\n");
        File.WriteAllBytes(repository.PathOf("latin.txt"), [0x63, 0x61, 0x66, 0xe9, 0x0a]);
        repository.Git("add", "latin.txt");
        return repository.Root;
    }

    private static string OtherBytes(TemporaryRepository repository)
    {
        repository.Run("sh", ["-c", "echo 1 > \"$(printf 'caf\\351')\""]);
        repository.Git("add", "--all");
        repository.Git("commit", "--quiet", "--amend", "--no-edit");
        return repository.Root;
    }

    private static string Announced(TemporaryRepository repository)
    {
        repository.Write("announced.txt", "1\n");
        repository.Git("add", "--intent-to-add", "announced.txt");
        return repository.Root;
    }

    private static string SplitIndex(TemporaryRepository repository)
    {
        repository.Git("update-index", "--split-index");
        return repository.Root;
    }

    private static string SparseIndex(TemporaryRepository repository)
    {
        repository.Write("near/y.txt", "1\n");
        repository.Write("far/x.txt", "1\n");
        repository.Git("add", "--all");
        repository.Git("commit", "--quiet", "--amend", "--no-edit");
        repository.Git("sparse-checkout", "set", "--cone", "--sparse-index", "near");
        return repository.Root;
    }

    private static string PartialClone(TemporaryRepository repository)
    {
        repository.Git("config", "uploadpack.allowFilter", "true");
        repository.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        var clone = Path.Combine(repository.Outside, "clone");
        repository.Git("clone", "--quiet", "--filter=tree:0", "file://" + repository.Root, clone);
        return clone;
    }

    private static string Submodule(TemporaryRepository repository)
    {
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.Root, "sub");
        return repository.PathOf("sub");
    }

    private static string LinkedWorktree(TemporaryRepository repository)
    {
        var linked = Path.Combine(repository.Outside, "linked");
        repository.Git("worktree", "add", "--quiet", linked);
        return linked;
    }

    private static string Replaced(TemporaryRepository repository)
    {
        repository.Git("replace", repository.Git("rev-parse", "HEAD~1:b.txt"), repository.Git("rev-parse", "HEAD:a.txt"));
        return repository.Root;
    }
}
