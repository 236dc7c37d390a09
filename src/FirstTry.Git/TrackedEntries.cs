using System;
using System.Collections.Generic;
using FirstTry.Git.Internal.Index;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <summary>Every path of the index once, in byte order, with what lies there; nothing is copied until it is asked for.</summary>
public sealed class TrackedEntries
{
    private readonly FileStat[] _statuses;

    internal TrackedEntries(IndexFile index, FileStat[] statuses)
    {
        Index = index;
        _statuses = statuses;
    }

    internal IndexFile Index { get; }

    /// <summary>How many paths there are.</summary>
    public int Count => Index.Count;

    /// <summary>The path at a place.</summary>
    public TrackedFile this[int place] => new(Index, place, in _statuses[place]);

    /// <summary>Looks for what keeps patterns from telling which files are written.</summary>
    public OddPaths FindOddPaths()
    {
        var (links, hasWildcards) = (new List<RepoPath>(), false);
        for (var place = 0; place < Count; place++)
        {
            var file = this[place];
            hasWildcards = hasWildcards || file.Name.IndexOfAny("*?[\\"u8) >= 0;
            if ((file.Mode & 0xF000) == 0xA000 || file.Status.Kind == FileKind.Symlink)
            {
                links.Add(file.Path);
            }
        }

        return new OddPaths(links, hasWildcards);
    }

    /// <summary>The place of a path; negative when it is not tracked, as the complement of the place where it would stand.</summary>
    public int IndexOf(ReadOnlySpan<byte> path) => Index.Find(path);
}
