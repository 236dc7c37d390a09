using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation;

/// <summary>What hiding has kept in the object database of a worktree.</summary>
public static class Backups
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How long a backup can be reached.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(14);

    /// <summary>All of them; one of a linked worktree, which has two refs, once.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public static IReadOnlyList<Backup> List(Worktree worktree, EnvironmentBlock environment)
    {
        var git = new GitCommand(worktree, environment);
        var (backups, own) = (new List<Backup>(), new HashSet<string>(StringComparer.Ordinal));
        var names = RefsOf(git);
        names.Reverse();
        foreach (var name in names)
        {
            if (TryReadTime(name) is { } created && own.Add(name[name.LastIndexOf('/')..]))
            {
                var files = NulList.Split(git.Run("ls-tree", "-r", "-z", "--name-only", "--full-tree", name)).ConvertAll(path => new RepoPath(path));
                backups.Add(new Backup(name, created, files));
            }
        }

        backups.Sort(static (left, right) => string.CompareOrdinal(left.Ref, right.Ref));
        return backups;
    }

    /// <summary>Gives up those that are older than <see cref="Lifetime"/>; git removes their objects in its own time. Returns how many.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public static int Prune(Worktree worktree, EnvironmentBlock environment, DateTimeOffset now)
    {
        var git = new GitCommand(worktree, environment);
        var commands = new StringBuilder();
        var count = 0;
        foreach (var name in RefsOf(git))
        {
            if (IsOld(name, now))
            {
                commands.Append("delete ").Append(name).Append('\n');
                count += name.StartsWith(BackupStore.Prefix, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        if (commands.Length > 0)
        {
            git.Feed(Encoding.ASCII.GetBytes(commands.ToString()), "-c", BackupStore.NoHooks, "update-ref", "--stdin");
        }

        return count;
    }

    /// <summary>Whether there is one to give up, as far as that can be seen without a process.</summary>
    internal static bool HaveOld(Worktree worktree, DateTimeOffset now)
    {
        var folder = Path.Combine(worktree.GitDirectory, BackupStore.Prefix);
        if (!Directory.Exists(folder))
        {
            return false;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (IsOld(file, now))
            {
                return true;
            }
        }

        return false;
    }

    // In the order of their names. Those that all worktrees share are given up with the worktree's own; of a worktree that is gone they are all that is left.
    private static List<string> RefsOf(GitCommand git)
    {
        var listed = Encoding.UTF8.GetString(git.Run("for-each-ref", "--format=%(refname)", BackupStore.Prefix, BackupStore.SharedPrefix));
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static bool IsOld(string name, DateTimeOffset now) => TryReadTime(name) is { } created && now - created > Lifetime;

    // "…/20260102T030405Z-4711-0f0f"
    private static DateTimeOffset? TryReadTime(string name)
    {
        var run = name.AsSpan(name.LastIndexOf('/') + 1);
        var dash = run.IndexOf('-');
        return dash > 0
            && DateTimeOffset.TryParseExact(run[..dash], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }
}
