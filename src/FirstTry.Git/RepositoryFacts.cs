using System;
using System.IO;
using FirstTry.Git.Internal;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>What conditions ask of a repository, each found out when it is first asked for.</summary>
public sealed class RepositoryFacts(Worktree worktree, EnvironmentBlock environment)
{
    private const string RefPrefix = "ref: ";
    private const string BranchPrefix = "refs/heads/";
    private string? _ref;
    private bool _isRefKnown;

    /// <summary>The full name of the checked-out ref (<c>refs/heads/main</c>), also before its first commit; null when HEAD is detached.</summary>
    /// <exception cref="GitException">HEAD cannot be read.</exception>
    public string? Ref
    {
        get
        {
            if (!_isRefKnown)
            {
                _ref = ReadRef();
                _isRefKnown = true;
            }

            return _ref;
        }
    }

    /// <summary>The short name of the checked-out branch; null when HEAD is detached.</summary>
    public string? Branch => Ref is { } name && name.StartsWith(BranchPrefix, StringComparison.Ordinal) ? name[BranchPrefix.Length..] : null;

    /// <summary>Whether a merge waits for its commit.</summary>
    public bool IsMerging => File.Exists(Path.Combine(worktree.GitDirectory, "MERGE_HEAD"));

    /// <summary>Whether a rebase is under way; <c>git am</c>, which works in the same folder, is none.</summary>
    public bool IsRebasing =>
        Directory.Exists(Path.Combine(worktree.GitDirectory, "rebase-merge"))
        || (Directory.Exists(Path.Combine(worktree.GitDirectory, "rebase-apply"))
            && !File.Exists(Path.Combine(worktree.GitDirectory, "rebase-apply", "applying")));

    /// <summary>
    /// Whether anything has been committed on the checked-out branch. The files of the repository tell; git is asked only where refs are
    /// kept in another way, or have names that are not text.
    /// </summary>
    /// <exception cref="GitException">HEAD cannot be read.</exception>
    public bool HasCommit()
    {
        if (Ref is not { } name)
        {
            return true;
        }

        if (File.Exists(Path.Combine(worktree.CommonDirectory, name)) || File.Exists(Path.Combine(worktree.GitDirectory, name)))
        {
            return true;
        }

        return IsLeftToGit(name) ? Git().Ask("rev-parse", "--verify", "--quiet", "HEAD") is not null : IsPacked(name);
    }

    /// <summary>The id of the checked-out commit as the files of the repository tell it; null before the first one, and where only git could tell.</summary>
    public string? Commit()
    {
        if (UsesReftable())
        {
            return null;
        }

        try
        {
            return Ref is not { } name ? FirstWord(Path.Combine(worktree.GitDirectory, "HEAD"))
                : FirstWord(Path.Combine(worktree.CommonDirectory, name)) ?? FirstWord(Path.Combine(worktree.GitDirectory, name)) ?? PackedId(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or GitException)
        {
            return null;
        }
    }

    private static string? FirstWord(string file) => File.Exists(file) && PlainText.Read(file).Trim() is { Length: > 0 } text ? text : null;

    private string? PackedId(string name)
    {
        // A hundred thousand refs are not read for one line of history.
        const int Most = 1024 * 1024;
        var file = new FileInfo(Path.Combine(worktree.CommonDirectory, "packed-refs"));
        if (!file.Exists || file.Length > Most)
        {
            return null;
        }

        foreach (var line in File.ReadLines(file.FullName))
        {
            if (line.EndsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[^(name.Length + 1)] == ' ')
            {
                return line[..^(name.Length + 1)];
            }
        }

        return null;
    }

    private string? ReadRef()
    {
        if (UsesReftable())
        {
            return Git().Ask("symbolic-ref", "--quiet", "HEAD");
        }

        try
        {
            var file = new FileInfo(Path.Combine(worktree.GitDirectory, "HEAD"));
            if (file.LinkTarget is { } target && target.StartsWith("refs/", StringComparison.Ordinal))
            {
                return target;
            }

            var head = PlainText.Read(file.FullName).TrimEnd('\n', '\r');
            return head.StartsWith(RefPrefix, StringComparison.Ordinal) ? head[RefPrefix.Length..].TrimStart() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GitException($"HEAD of '{worktree.GitDirectory}' cannot be read: {exception.Message}");
        }
    }

    private GitCommand Git() => new(worktree, environment);

    private bool UsesReftable() => Directory.Exists(Path.Combine(worktree.CommonDirectory, "reftable"));

    private bool IsLeftToGit(string name) =>
        UsesReftable()
        || name.Contains('\uFFFD', StringComparison.Ordinal)
        || Worktree.SharedConfig(worktree.CommonDirectory)["extensions.refStorage"] is { } storage && storage != "files";

    private bool IsPacked(string name)
    {
        var file = Path.Combine(worktree.CommonDirectory, "packed-refs");
        if (!File.Exists(file))
        {
            return false;
        }

        foreach (var line in File.ReadLines(file))
        {
            if (line.EndsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[^(name.Length + 1)] == ' ')
            {
                return true;
            }
        }

        return false;
    }
}
