using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Internal;

/// <summary>Finds what lies in a working tree and is neither tracked nor ignored. git is asked only about names that the index does not have.</summary>
internal sealed class UntrackedFiles(Worktree worktree, EnvironmentBlock environment)
{
    private const int MostNamedBytes = 64 * 1024;
    private static readonly string[] Question = ["ls-files", "-z", "--others", "--exclude-standard"];

    /// <summary>The files and links, and with a slash at the end nested repositories and empty folders, in byte order.</summary>
    /// <param name="unknown">The names that the index does not have, where they are known already.</param>
    /// <exception cref="GitException">git had to be asked and failed.</exception>
    public IReadOnlyList<RepoPath> Find(TrackedEntries tracked, List<RepoPath>? unknown)
    {
        unknown ??= OperatingSystem.IsLinux() ? new FolderComparison(worktree.Root, tracked.Index).Find() : null;
        if (unknown is { Count: 0 })
        {
            return [];
        }

        // Folders as a whole first: most often all of them are ignored, and git need not look into any.
        var (found, folders) = (new List<RepoPath>(), new List<RepoPath>());
        foreach (var path in Ask([.. Question, "--directory"], unknown))
        {
            (path.Bytes is [.., (byte)'/'] ? folders : found).Add(path);
        }

        // git never names a folder as a whole that stands in the place of a tracked file.
        folders.AddRange(unknown?.FindAll(path => path.Bytes is [.. var name, (byte)'/'] && tracked.IndexOf(name) >= 0) ?? []);
        if (folders.Count > 0)
        {
            found.AddRange(Ask(Question, folders));
            found.AddRange(EmptyFolders.Below(worktree.Root, folders, found));
        }

        return NulList.Sorted(found);
    }

    // Without names git looks at everything.
    private List<RepoPath> Ask(string[] question, List<RepoPath>? names)
    {
        var arguments = new List<byte[]>(ProcessArguments.Of(question)) { Encoding.ASCII.GetBytes("--") };
        var length = 0;
        foreach (var name in names ?? [])
        {
            var bytes = name.Bytes.AsSpan().TrimEnd((byte)'/').ToArray();
            arguments.Add(bytes);
            length += bytes.Length + 1;
        }

        if (length > MostNamedBytes)
        {
            arguments.RemoveRange(question.Length + 1, names!.Count);
        }

        using var process = new GitCommand(worktree, environment).Start(arguments);
        return NulList.Split(GitCommand.OutputOf(question, process.Wait())).ConvertAll(path => new RepoPath(path));
    }
}
