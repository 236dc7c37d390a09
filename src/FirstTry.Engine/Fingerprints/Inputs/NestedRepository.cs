using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Running;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>A repository within the working tree: a submodule, or one that just lies there.</summary>
internal sealed class NestedRepository(FingerprintScene scene, RepoPath folder)
{
    /// <summary>
    /// Its files as paths of the working tree around it: those that its git knows and those that it does not ignore, nested ones of its own
    /// included. Where git cannot say, every file that lies there.
    /// </summary>
    internal List<RepoPath> Files()
    {
        var place = Path.Combine(scene.Worktree.Root, Encoding.UTF8.GetString(folder.Bytes));
        var files = new List<RepoPath>();
        if (!HasRepository(place) || !TryList(place, files))
        {
            files.Clear();
            AddAll(place, folder, files);
        }

        return files;
    }

    private static bool HasRepository(string place) => Directory.Exists(Path.Combine(place, ".git")) || File.Exists(Path.Combine(place, ".git"));

    private bool TryList(string place, List<RepoPath> files)
    {
        try
        {
            var environment = GitVariables.RemoveFrom(scene.Environment, []);
            var worktree = Worktree.Find(place, environment);
            if (!string.Equals(worktree.Root, place, StringComparison.Ordinal))
            {
                return false;
            }

            var state = WorktreeLook.Start(worktree, environment, scene.Processors).Wait();
            for (var i = 0; i < state.Tracked.Count; i++)
            {
                var file = state.Tracked[i];
                AddFileOrNested(file.Path, file.IsSubmodule, files);
            }

            foreach (var path in state.Untracked)
            {
                var isFolder = path.Bytes is [.., (byte)'/'];
                AddFileOrNested(isFolder ? new RepoPath(path.Bytes[..^1]) : path, isFolder, files);
            }

            return true;
        }
        catch (Exception exception) when (exception is GitException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void AddFileOrNested(RepoPath path, bool isNested, List<RepoPath> files)
    {
        var inner = Below(folder, path.Bytes);
        if (isNested)
        {
            files.AddRange(new NestedRepository(scene, inner).Files());
        }
        else
        {
            files.Add(inner);
        }
    }

    private static void AddAll(string place, RepoPath folder, List<RepoPath> files)
    {
        if (!Directory.Exists(place))
        {
            return;
        }

        foreach (var entry in new DirectoryInfo(place).EnumerateFileSystemInfos())
        {
            var path = Below(folder, Encoding.UTF8.GetBytes(entry.Name));
            if (entry.Name == ".git")
            {
                continue;
            }

            if (entry is DirectoryInfo && entry.LinkTarget is null)
            {
                AddAll(entry.FullName, path, files);
            }
            else
            {
                files.Add(path);
            }
        }
    }

    private static RepoPath Below(RepoPath folder, byte[] path) => new([.. folder.Bytes, (byte)'/', .. path]);
}
