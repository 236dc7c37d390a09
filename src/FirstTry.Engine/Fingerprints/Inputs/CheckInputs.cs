using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>The files that one check depends on, at one moment.</summary>
internal sealed class CheckInputs
{
    private readonly InputCollector _collector;
    private Tree? _tree;
    private SelectedFiles? _selected;

    internal CheckInputs(InputCollector collector, Tree tree, Selection? selection)
    {
        _collector = collector;
        _tree = tree;
        Selection = selection;
    }

    /// <summary>The tree that they are of.</summary>
    internal Tree Tree => _tree ?? throw new InvalidOperationException("the files of this check are given back already");

    /// <summary>What is selected beside what is handed over; null when nothing is.</summary>
    internal Selection? Selection { get; }

    /// <summary>The places of the files that are handed over.</summary>
    internal List<int> Handed { get; } = [];

    /// <summary>Handed over and not in the tree.</summary>
    internal List<SideFile> HandedAside { get; } = [];

    /// <summary>What links and declarations add, outside of the tree.</summary>
    internal List<SideFile> Aside { get; } = [];

    /// <summary>The digest of the list of what is selected.</summary>
    internal Digest SelectedDigest { get; set; }

    /// <summary>What is selected, worked out when it was not needed for the digest.</summary>
    internal SelectedFiles Selected
    {
        get => _selected ??= InputCollector.Selected(Tree, Selection!);
        set => _selected = value;
    }

    /// <summary>Gives the tree back, which nothing here is asked for any more.</summary>
    internal void Release() => (_tree, _selected) = (null, null);

    /// <summary>Writes both sections of files.</summary>
    internal void Write(DocumentWriter document)
    {
        Span<byte> digest = stackalloc byte[Digest.Length];
        document.Begin(Ingredient.Files);
        if (Handed.Count > 0)
        {
            new FileList(Tree, Handed).Identify().CopyTo(digest);
            document.Item(FingerprintDocument.PartName, digest);
        }

        WriteAside(document, HandedAside);
        document.Begin(Ingredient.Inputs);
        if (Selection is not null)
        {
            SelectedDigest.CopyTo(digest);
            document.Item(FingerprintDocument.PartName, digest);
        }

        WriteAside(document, Aside);
    }

    /// <summary>The folders in which they lie.</summary>
    internal List<RepoPath> Folders()
    {
        var folders = FolderStats.FoldersOf(Tree, Handed);
        if (Selection is not null)
        {
            folders.AddRange(Selected.Folders);
        }

        return folders;
    }

    /// <summary>What the sections refer to.</summary>
    internal IEnumerable<FingerprintPart> Parts()
    {
        foreach (var part in Handed.Count > 0 ? new FileList(Tree, Handed).Parts() : [])
        {
            yield return part;
        }

        if (Selection is null)
        {
            yield break;
        }

        _collector.Fill(Tree, Selected.Places);
        foreach (var part in new FileList(Tree, Selected.Places).Parts())
        {
            yield return part;
        }
    }

    private static void WriteAside(DocumentWriter document, List<SideFile> files)
    {
        Span<byte> value = stackalloc byte[1 + Digest.Length];
        foreach (var file in CollectionsMarshal.AsSpan(files))
        {
            value[0] = (byte)file.Kind;
            file.Digest.CopyTo(value[1..]);
            document.Item(file.Name.Bytes, value);
        }
    }
}
