using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Tells after a run whether the inputs of a check were the same all the while.</summary>
internal sealed class InputGuard(FingerprintScene scene, PlannedCheck check, IReadOnlyList<PostState> needs, CheckInputs inputs)
{
    private IReadOnlyList<RepoPath>? _folders;
    private FolderStats? _folderStats;

    // Of a large tree all that is needed after the run.
    private (ChangeStamp[] Handed, ChangeStamp[] Selected)? _stamps;

    /// <summary>The check.</summary>
    internal PlannedCheck Check => check;

    /// <summary>What the checks that it needs left behind.</summary>
    internal IReadOnlyList<PostState> Needs => needs;

    /// <summary>Its inputs before the run.</summary>
    internal CheckInputs Inputs => inputs;

    /// <summary>Notes the folders of the inputs just before the check starts.</summary>
    internal void Start()
    {
        _folders = inputs.Folders();
        _folderStats = inputs.Tree.Folders;
        foreach (var folder in _folders)
        {
            _ = _folderStats.ModifiedAt(folder);
        }

        if (inputs.Tree.Count > Forest.ManyFiles)
        {
            _stamps = (StampsOf(inputs.Handed), inputs.Selection is null ? [] : inputs.Selected.Stamps ??= StampsOf(inputs.Selected.Places));
            inputs.Release();
            GC.Collect();
        }
    }

    /// <summary>Why the result must not be remembered; null when nothing speaks against it.</summary>
    /// <param name="isContentAlone">True for a mutating check, which writes its inputs and may write what was there.</param>
    internal string? WhyNot(Fingerprint before, Fingerprint after, bool isContentAlone)
    {
        if (after.Key is null)
        {
            return after.Obstacle;
        }

        if (!string.Equals(before.Key, after.Key, StringComparison.Ordinal))
        {
            return $"{(_stamps is null ? Difference(before, after) : FirstChanged(after.Inputs!) ?? "an input changed")} while it ran";
        }

        return isContentAlone ? null : FirstTouched(after.Inputs!) ?? FirstTouchedFolder(after.Inputs!);
    }

    private static string Difference(Fingerprint before, Fingerprint after)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var fingerprint in (Fingerprint[])[before, after])
        {
            foreach (var part in fingerprint.Parts())
            {
                parts[part.Digest] = part.Content.ToArray();
            }
        }

        var differences = FingerprintDifference.Between(before.Document.ToArray(), after.Document.ToArray(), parts.GetValueOrDefault);
        return differences is { Count: > 0 } ? differences[0].Text : FirstChanged(after.Inputs!) ?? "an input changed";
    }

    // A list that was remembered as a whole cannot be put together again once its files have changed.
    private static string? FirstChanged(CheckInputs after)
    {
        foreach (var change in after.Tree.History.Changes)
        {
            if (after.Selection?.Matches(new RepoPath(change.Path)) ?? false)
            {
                return $"{new RepoPath(change.Path)} changed";
            }
        }

        return null;
    }

    // Written and put back: the content is the same, the change time is not.
    private string? FirstTouched(CheckInputs after)
    {
        if (_stamps is var (handed, selected))
        {
            return FirstTouched(handed, after.Tree, after.Handed)
                ?? (after.Selection is null ? null : FirstTouched(selected, after.Tree, after.Selected.Places));
        }

        foreach (var (old, now) in Pairs(after))
        {
            var (was, stat) = (inputs.Tree.StatOf(old), after.Tree.StatOf(now));
            var isSame = was.Inode == stat.Inode && was.ChangedNanoseconds == stat.ChangedNanoseconds && was.Device == stat.Device;
            if (!isSame && !IsHidden(old) && !(was.Inode == stat.Inode && IsRenewed(old, stat.ModifiedNanoseconds)))
            {
                return $"{after.Tree.CopyPathOf(now)} was written while it ran";
            }
        }

        return null;
    }

    private static string? FirstTouched(ChangeStamp[] before, Tree after, List<int> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            ref readonly var stat = ref after.StatOf(places[i]);
            if (before[i] != default && before[i] != new ChangeStamp(stat.Inode, stat.ChangedNanoseconds))
            {
                return $"{after.CopyPathOf(places[i])} was written while it ran";
            }
        }

        return null;
    }

    private ChangeStamp[] StampsOf(List<int> places)
    {
        var stamps = new ChangeStamp[places.Count];
        for (var i = 0; i < stamps.Length; i++)
        {
            ref readonly var stat = ref inputs.Tree.StatOf(places[i]);
            stamps[i] = IsHidden(places[i]) || IsRenewed(places[i], time: null) ? default : new ChangeStamp(stat.Inode, stat.ChangedNanoseconds);
        }

        return stamps;
    }

    // A hidden file's stat is that of its staged content elsewhere.
    private bool IsHidden(int place) => !string.Equals(inputs.Tree.RootOf(place), scene.Worktree.Root, StringComparison.Ordinal);

    private bool IsRenewed(int place, long? time) =>
        scene.Renewed.Count > 0 && scene.Renewed.TryGetValue(inputs.Tree.CopyPathOf(place), out var renewed) && (time is null || time == renewed);

    // Both lists have the same paths, for the keys are equal.
    private IEnumerable<(int Old, int Now)> Pairs(CheckInputs after)
    {
        for (var i = 0; i < inputs.Handed.Count; i++)
        {
            yield return (inputs.Handed[i], after.Handed[i]);
        }

        for (var i = 0; inputs.Selection is not null && i < inputs.Selected.Places.Count; i++)
        {
            yield return (inputs.Selected.Places[i], after.Selected.Places[i]);
        }
    }

    // A file that was made and deleted again is seen at its folder.
    private string? FirstTouchedFolder(CheckInputs after)
    {
        foreach (var folder in _folders ?? [])
        {
            if (_folderStats!.ModifiedAt(folder) != after.Tree.Folders.ModifiedAt(folder))
            {
                return $"a file was made or removed in {(folder.Bytes.Length == 0 ? "the top folder" : folder.ToString())} while it ran";
            }
        }

        return null;
    }
}
