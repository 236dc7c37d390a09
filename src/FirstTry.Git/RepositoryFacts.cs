using System;
using System.IO;
using System.Text;
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

    /// <summary>Whether a rebase is under way.</summary>
    public bool IsRebasing =>
        Directory.Exists(Path.Combine(worktree.GitDirectory, "rebase-merge")) || Directory.Exists(Path.Combine(worktree.GitDirectory, "rebase-apply"));

    /// <summary>
    /// False only when the files of the repository say that nothing has been committed on the checked-out branch; where refs are kept in
    /// another way than files, the answer is true and git's own error tells.
    /// </summary>
    public bool HasCommit()
    {
        if (Ref is not { } name)
        {
            return true;
        }

        return File.Exists(Path.Combine(worktree.CommonDirectory, name))
            || File.Exists(Path.Combine(worktree.GitDirectory, name))
            || IsReftable()
            || IsPacked(name);
    }

    private string? ReadRef()
    {
        if (IsReftable())
        {
            var outcome = new GitCommand(worktree, environment).Try("symbolic-ref", "--quiet", "HEAD");
            return outcome.Succeeded ? Encoding.UTF8.GetString(outcome.Output).TrimEnd('\n') : null;
        }

        var head = File.ReadAllText(Path.Combine(worktree.GitDirectory, "HEAD")).TrimEnd('\n', '\r');
        return head.StartsWith(RefPrefix, StringComparison.Ordinal) ? head[RefPrefix.Length..].TrimStart() : null;
    }

    private bool IsReftable() => Directory.Exists(Path.Combine(worktree.CommonDirectory, "reftable"));

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
