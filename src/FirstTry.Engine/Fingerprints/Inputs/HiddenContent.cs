using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Files whose staged content counts although the disk holds another, and where that content lies.</summary>
internal sealed class HiddenContent(string worktreeRoot)
{
    private readonly byte[] _root = Encoding.UTF8.GetBytes(worktreeRoot + "/");
    private HashSet<RepoPath> _hidden = [];
    private string _folder = "";

    /// <summary>Whether every file is read where it is.</summary>
    internal bool IsEmpty => _hidden.Count == 0;

    /// <summary>From now on these files are read below this folder.</summary>
    internal void Set(IReadOnlyList<RepoPath> hidden, string folder) => (_hidden, _folder) = ([.. hidden], folder);

    /// <summary>From now on every file is read where it is.</summary>
    internal void Clear() => _hidden = [];

    /// <summary>Where a file is to be read.</summary>
    internal (string Root, RepoPath Path) Map(string root, RepoPath path)
    {
        if (_hidden.Count == 0)
        {
            return (root, path);
        }

        byte[] full = [.. Encoding.UTF8.GetBytes(root), (byte)'/', .. path.Bytes];
        return full.AsSpan().StartsWith(_root) && new RepoPath(full[_root.Length..]) is var inner && _hidden.Contains(inner)
            ? (_folder, inner)
            : (root, path);
    }

    /// <summary>Where a file is to be read, by its absolute path.</summary>
    internal string Map(string place)
    {
        if (_hidden.Count == 0)
        {
            return place;
        }

        var (root, path) = AbsolutePath.Split(place);
        var mapped = Map(root, path);
        return mapped.Root == root ? place : mapped.Root + "/" + mapped.Path;
    }
}
