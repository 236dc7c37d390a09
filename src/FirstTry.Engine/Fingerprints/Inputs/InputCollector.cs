using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Finds the files that checks depend on, and has those read whose digest is not known.</summary>
internal sealed class InputCollector(FingerprintScene scene, ContentHasher hasher, SideFiles sides)
{
    /// <summary>The inputs of a check in this tree, with their digests.</summary>
    /// <exception cref="ObstacleException">Something that the check depends on is not known.</exception>
    internal CheckInputs Collect(PlannedCheck planned, Tree tree)
    {
        RequireRoot(planned.Check, tree);
        var inputs = new CheckInputs(this, tree, Selection.Of(planned));
        var declared = new DeclaredInputs(planned.Check, scene, sides);
        var links = new LinkTargets(tree, scene.Worktree.Root, declared, sides);
        if (planned.TakesFiles)
        {
            AddHanded(planned.Files, inputs, links);
        }

        if (inputs.Selection is { } selection)
        {
            inputs.SelectedDigest = Recall(tree, selection) ?? Select(inputs, selection, links);
            AddNamed(inputs, selection);
        }

        KnownHabits.Add(planned, inputs);
        inputs.Aside.AddRange(links.Files);
        inputs.Aside.AddRange(declared.Find());
        Sort(inputs.Aside);
        return inputs;
    }

    /// <summary>What a selection takes, without what links lead to.</summary>
    internal static SelectedFiles Selected(Tree tree, Selection selection)
    {
        if (!tree.Selected.TryGetValue(selection.Id, out var files))
        {
            files = new SelectedFiles(tree, Places(tree, selection));
            tree.Selected.Add(selection.Id, files);
        }

        return files;
    }

    /// <summary>Has these places read where it is needed.</summary>
    /// <exception cref="ObstacleException">One cannot be read.</exception>
    internal void Fill(Tree tree, List<int> places)
    {
        hasher.Fill(tree, places);
        foreach (var place in places)
        {
            if (tree.StateOf(place) == DigestState.Unreadable)
            {
                throw new ObstacleException($"'{tree.CopyPathOf(place)}' cannot be read");
            }
        }
    }

    private static List<int> Places(Tree tree, Selection selection)
    {
        var isMost = selection.IsWholeRoot;
        var places = new List<int>(isMost ? tree.Count : 0);
        for (var i = 0; i < tree.Count; i++)
        {
            if (isMost ? selection.IsBelowRoot(tree.PathOf(i)) : selection.Matches(tree.CopyPathOf(i)))
            {
                places.Add(i);
            }
        }

        if (places.Count > Forest.ManyFiles)
        {
            places.TrimExcess();
        }

        return places;
    }

    // A list that was put together before, when nothing that could stand in it is different now.
    private Digest? Recall(Tree tree, Selection selection)
    {
        var history = tree.History;
        if (history.Current.TryGetValue(selection.Id, out var known))
        {
            return known;
        }

        if (history.IsLost || !history.Earlier.TryGetValue(selection.Id, out known))
        {
            return null;
        }

        foreach (var change in history.Changes)
        {
            if (selection.Matches(new RepoPath(change.Path)) && IsDifferent(tree, change))
            {
                return null;
            }
        }

        if (history.Changes.Count > 0)
        {
            history.Current[selection.Id] = known;
        }

        return known;
    }

    private bool IsDifferent(Tree tree, TreeChange change)
    {
        if (change.Place < 0 || tree.KindOf(change.Place) != change.Kind || change.Kind == FileInputKind.Symlink)
        {
            return true;
        }

        Fill(tree, [change.Place]);
        return tree.DigestOf(change.Place) != change.Digest;
    }

    private Digest Select(CheckInputs inputs, Selection selection, LinkTargets links)
    {
        var selected = Selected(inputs.Tree, selection);
        var (hasLinks, onTheWay) = (false, LinksOnTheWay(inputs.Tree, selection));
        foreach (var place in selected.Places)
        {
            if (inputs.Tree.KindOf(place) == FileInputKind.Symlink)
            {
                hasLinks = true;
                links.Follow(place);
            }
        }

        foreach (var place in onTheWay)
        {
            hasLinks = true;
            links.Follow(place);
        }

        inputs.Selected = hasLinks
            ? new SelectedFiles(inputs.Tree, [.. new SortedSet<int>([.. selected.Places, .. onTheWay, .. links.Places])])
            : selected;
        Fill(inputs.Tree, inputs.Selected.Places);
        var digest = new FileList(inputs.Tree, inputs.Selected.Places).Identify();

        // What links lead to is not among the patterns, by which a remembered list is judged.
        if (!hasLinks)
        {
            inputs.Tree.History.Current[selection.Id] = digest;
        }

        return digest;
    }

    // A pattern may name what lies behind a link to a folder: git has the link alone.
    private static List<int> LinksOnTheWay(Tree tree, Selection selection)
    {
        var found = new List<int>();
        foreach (var folder in selection.NamedFolders())
        {
            for (var slash = folder.AsSpan().IndexOf((byte)'/'); slash >= 0;)
            {
                var place = tree.IndexOf(folder.AsSpan(0, slash));
                if (place >= 0 && tree.KindOf(place) == FileInputKind.Symlink)
                {
                    found.Add(place);
                }

                var next = folder.AsSpan(slash + 1).IndexOf((byte)'/');
                slash = next < 0 ? -1 : slash + 1 + next;
            }
        }

        return found;
    }

    private void AddHanded(IReadOnlyList<RepoPath> files, CheckInputs inputs, LinkTargets links)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var place = inputs.Tree.IndexOf(files[i].Bytes);
            if (place >= 0)
            {
                inputs.Handed.Add(place);
                links.Follow(place);
            }
            else
            {
                var file = sides.Look(scene.Worktree.Root, files[i], files[i]) ?? new SideFile(files[i], FileInputKind.EmptyFolder, default);
                inputs.HandedAside.Add(file.Kind == FileInputKind.Symlink ? throw Ignored(files[i]) : file);
            }
        }

        Fill(inputs.Tree, inputs.Handed);
        AddReached(inputs, links);
    }

    // What handed links lead to has no list of its own.
    private void AddReached(CheckInputs inputs, LinkTargets links)
    {
        Fill(inputs.Tree, links.Places);
        foreach (var place in new SortedSet<int>(links.Places))
        {
            inputs.Aside.Add(new SideFile(inputs.Tree.CopyPathOf(place), inputs.Tree.KindOf(place), inputs.Tree.DigestOf(place)));
        }
    }

    // What a pattern names without a wildcard counts also when it is not there, or ignored by git.
    private void AddNamed(CheckInputs inputs, Selection selection)
    {
        foreach (var path in selection.NamedPaths())
        {
            var tree = inputs.Tree;
            var place = tree.IndexOf(path.Bytes);
            var below = tree.IndexOf([.. path.Bytes, (byte)'/']);
            var isFolder = below < 0 && ~below < tree.Count && tree.PathOf(~below).StartsWith([.. path.Bytes, (byte)'/']);
            if (place >= 0 || isFolder || !selection.Matches(path))
            {
                continue;
            }

            if (sides.Look(scene.Worktree.Root, path, path) is { } file)
            {
                inputs.Aside.Add(file.Kind == FileInputKind.Symlink ? throw Ignored(path) : file);
            }
            else
            {
                sides.AddBelow(
                    scene.Worktree.Root + "/" + Encoding.UTF8.GetString(path.Bytes), inner => new RepoPath([.. path.Bytes, (byte)'/', .. inner.Bytes]), inputs.Aside);
            }
        }
    }

    private static ObstacleException Ignored(RepoPath path) =>
        new($"its input '{path}' is a symbolic link that git ignores: name what it leads to in 'extra_inputs'");

    // Behind a link, or where git ignores everything, the tree has no files: that is not the same as having none.
    private void RequireRoot(Check check, Tree tree)
    {
        if (check.Root == ".")
        {
            return;
        }

        var prefix = Selection.RootOf(check);
        var place = tree.IndexOf(prefix);
        var isThere = ~place < tree.Count && tree.PathOf(~place).StartsWith(prefix);
        if (!isThere && check.ExtraInputs is null)
        {
            throw new ObstacleException($"git tracks nothing in its root '{check.Root}': name what it reads in 'extra_inputs'");
        }

        for (var slash = prefix.AsSpan().IndexOf((byte)'/'); slash >= 0;)
        {
            if (WorktreeFiles.KindOf(scene.Worktree.Root, new RepoPath(prefix[..slash])) == FileKind.Symlink)
            {
                throw new ObstacleException($"its root '{check.Root}' leads through a symbolic link");
            }

            var next = prefix.AsSpan(slash + 1).IndexOf((byte)'/');
            slash = next < 0 ? -1 : slash + 1 + next;
        }
    }

    private static void Sort(List<SideFile> files)
    {
        files.Sort(static (left, right) => left.Name.CompareTo(right.Name));
        for (var i = files.Count - 1; i > 0; i--)
        {
            if (files[i].Name == files[i - 1].Name)
            {
                files.RemoveAt(i);
            }
        }
    }
}
