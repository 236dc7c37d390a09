using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Trees;

/// <summary>What a run last knew to lie at its files' paths. What is there no more was edited by somebody else.</summary>
internal sealed class KnownFiles(string root, WorktreeState state)
{
    private readonly Dictionary<RepoPath, FileStat> _left = [];
    private readonly HashSet<RepoPath> _edited = [];

    /// <summary>Takes what is there now for what this run has left; a file that was edited stays so.</summary>
    internal void Learn(IReadOnlyList<RepoPath> paths)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            if (!_edited.Contains(paths[i]))
            {
                _left[paths[i]] = WorktreeFiles.StatOf(root, paths[i]);
            }
        }
    }

    /// <summary>The same for what was seen of files: whoever wrote them since is somebody else.</summary>
    internal void Learn(IReadOnlyDictionary<RepoPath, FileStat> seen)
    {
        foreach (var (path, stat) in seen)
        {
            if (!_edited.Contains(path))
            {
                _left[path] = stat;
            }
        }
    }

    /// <summary>Looks which of the files were edited by now.</summary>
    internal List<RepoPath> FindEdited(IReadOnlyList<RepoPath> paths)
    {
        var edited = new List<RepoPath>();
        for (var i = 0; i < paths.Count; i++)
        {
            if (_edited.Contains(paths[i]) || LastKnown(paths[i]) != WorktreeFiles.StatOf(root, paths[i]))
            {
                _edited.Add(paths[i]);
                edited.Add(paths[i]);
            }
        }

        return edited;
    }

    /// <summary>Those that nobody was seen to edit.</summary>
    internal List<RepoPath> Unedited(IReadOnlyList<RepoPath> paths)
    {
        var unedited = new List<RepoPath>(paths.Count);
        for (var i = 0; i < paths.Count; i++)
        {
            if (!_edited.Contains(paths[i]))
            {
                unedited.Add(paths[i]);
            }
        }

        return unedited;
    }

    private FileStat LastKnown(RepoPath path) =>
        _left.TryGetValue(path, out var left) ? left
            : state.Tracked.IndexOf(path.Bytes) is var place and >= 0 ? state.Tracked[place].Status
            : default;
}
