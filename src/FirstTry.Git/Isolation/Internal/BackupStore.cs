using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Puts exact bytes into the object database, under refs that keep them alive.</summary>
internal sealed class BackupStore(Worktree worktree, EnvironmentBlock environment, Disk disk)
{
    /// <summary>Where the refs of this worktree are.</summary>
    public const string Prefix = "refs/worktree/firsttry/";

    /// <summary>
    /// Where the same backups of a linked worktree are once more: git's garbage collection, run in another worktree, does not see the refs
    /// of this one.
    /// </summary>
    public const string SharedPrefix = "refs/firsttry/backup/";

    /// <summary>A hook of the repository (<c>reference-transaction</c>) has no say in backups.</summary>
    public const string NoHooks = "core.hooksPath=/dev/null";

    private readonly ObjectWriter _objects = new(worktree, environment, disk);

    /// <summary>Keeps one file's content, without a ref as yet.</summary>
    public BackupEntry Add(RepoPath path, FileKind kind, byte[] content) => new(path, kind, _objects.AddBlob(content));

    /// <summary>Makes a ref that keeps the entries, under a name that no other one has.</summary>
    /// <exception cref="GitException">git failed.</exception>
    public string Keep(string name, List<BackupEntry> entries)
    {
        var tree = Convert.ToHexStringLower(new BackupTree(_objects).Write(entries));
        var commands = $"update {Prefix}{name} {tree}\n";
        if (worktree.GitDirectory != worktree.CommonDirectory)
        {
            commands += $"update {SharedPrefix}{name} {tree}\n";
        }

        // A tree, not a commit: 'git log --all' is not to show backups.
        disk.Faults.Step("ref", () => new GitCommand(worktree, environment).Feed(Encoding.ASCII.GetBytes(commands), "-c", NoHooks, "update-ref", "--stdin"));
        return Prefix + name;
    }
}
