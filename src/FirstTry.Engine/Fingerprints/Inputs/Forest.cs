using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Fingerprints.Remembering;
using FirstTry.Git;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>The trees of one run: the latest look, with what is known from the looks before it and from earlier runs.</summary>
internal sealed class Forest(FingerprintScene scene, HiddenContent hiddenContent, FingerprintCounters counters)
{
    /// <summary>Trees with more files are not held twice.</summary>
    internal const int ManyFiles = 20_000;

    private WorktreeLook? _firstLook = scene.FirstLook;
    private Tree? _tree;
    private Tree? _earlier;
    private bool _isWhole;
    private long _lookedAt;
    private bool _holdsWhatGoesOut;
    private string? _stagedFolder;
    private KnownFolders? _folders;

    /// <summary>The tracked files of the latest look; null when there is none.</summary>
    internal TrackedEntries? Seen => _tree?.Tracked;

    /// <summary>Whether a look that was begun elsewhere is under way.</summary>
    internal bool IsLooking => _tree is null && _firstLook is not null;

    /// <summary>The tree as of the latest look, which is made now where there is none.</summary>
    /// <param name="isWhole">False when tracked files will do.</param>
    internal Tree Tree(bool isWhole)
    {
        if (_tree is null || (isWhole && !_isWhole))
        {
            _earlier = _tree is null ? _earlier : null;
            _isWhole |= isWhole;
            _tree = Look();
        }

        return _tree;
    }

    /// <summary>What was seen before this moment (<see cref="Stopwatch.GetTimestamp"/>) does not count any more.</summary>
    internal void LookAgain(long since)
    {
        if (_lookedAt > since)
        {
            return;
        }

        (_earlier, _tree) = (_tree ?? _earlier, null);
        _firstLook = null;
        if (_earlier is { Count: > ManyFiles } && scene.KeepsDigests && scene.IsStatTrusted && !scene.IsParanoid && FileName() is not null)
        {
            // On disk it waits for the next look.
            Save();
            _earlier = null;
            GC.Collect();
        }
    }

    /// <summary>From now on hidden files hold their staged content on disk.</summary>
    internal void HoldsWhatGoesOut()
    {
        _holdsWhatGoesOut = true;
        hiddenContent.Clear();
        if (_stagedFolder is not null)
        {
            LookAgain(Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Keeps what is known of the latest tree.</summary>
    internal void Save()
    {
        if ((_tree ?? _earlier) is { } tree && FileName() is { } file && (!tree.History.IsOld || tree.HasNews))
        {
            new TreeMemory(file).Save(tree);
        }

        if (_folders is { HasNews: true } && FoldersFileName() is { } foldersFile)
        {
            FolderMemory.Save(foldersFile, _folders);
        }
    }

    private KnownFolders? LoadFolders()
    {
        if (!scene.IsStatTrusted || scene.IsParanoid || FoldersFileName() is not { } file)
        {
            return null;
        }

        var folders = new KnownFolders(ContentHasher.OldBefore(scene.Clock.GetUtcNow()));
        FolderMemory.Load(file, folders);
        return folders;
    }

    private Tree Look()
    {
        _lookedAt = _firstLook is null ? Stopwatch.GetTimestamp() : _lookedAt;
        var look = _firstLook ?? WorktreeLook.Start(scene.Worktree, scene.Environment, scene.Processors);
        if (_isWhole && !scene.HidesUntracked)
        {
            var read = (_folders ??= LoadFolders())?.Read ?? 0;
            look.ReadFolders(_folders);
            counters.AddFolders((_folders?.Read ?? 0) - read);
        }

        var state = look.Wait();
        var hidden = _holdsWhatGoesOut ? [] : scene.Hidden();
        _stagedFolder = hidden.Count == 0 ? null : _stagedFolder ?? scene.MaterializeHidden?.Invoke(hidden);
        if (hidden.Count > 0 && _stagedFolder is null)
        {
            throw new ObstacleException("unstaged changes are hidden from it, and what is staged cannot be read");
        }

        if (_stagedFolder is not null)
        {
            hiddenContent.Set(hidden, _stagedFolder);
        }

        var tree = new TreeBuilder(scene, counters).Build(state, hidden, hidden.Count == 0 ? null : _stagedFolder, _isWhole);
        if (_earlier is { } earlier)
        {
            TreeMerge.AddAll(tree, earlier);
            _earlier = null;
        }
        else if (scene.IsStatTrusted && !scene.IsParanoid && FileName() is { } file)
        {
            new TreeMemory(file).Load(tree);
        }

        return tree;
    }

    private string? FoldersFileName() => FileName() is { } file ? file + ".folders" : null;

    private string? FileName()
    {
        if (scene.StatFolder is not { } folder)
        {
            return null;
        }

        var name = Sha256.Of(Encoding.UTF8.GetBytes(scene.Worktree.Root)).ToString()[..32];
        return Path.Combine(folder, _isWhole ? name : name + ".tracked");
    }
}
