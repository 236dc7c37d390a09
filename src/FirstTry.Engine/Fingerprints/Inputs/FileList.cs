using System;
using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Inputs that are in the tree, as a list that a document refers to by its digest.</summary>
internal sealed class FileList
{
    // Edits change one part of a long list, and all documents share the others. Where parts end depends on paths alone.
    private const int AverageLength = 256;
    private const int LongestWhole = 128;
    private readonly Tree _tree;
    private readonly List<int> _places;

    /// <param name="places">In ascending order, each once, with known digests.</param>
    internal FileList(Tree tree, List<int> places)
    {
        _tree = tree;
        _places = places;
    }

    /// <summary>The list itself and then its parts; the document refers to the first.</summary>
    internal List<FingerprintPart> Parts()
    {
        var parts = new List<FingerprintPart>();
        var list = Write((digest, content) => parts.Add(new FingerprintPart(digest.ToString(), content.ToArray())));
        parts.Insert(0, new FingerprintPart(Sha256.Of(list.Written).ToString(), list.Written.ToArray()));
        return parts;
    }

    /// <summary>The digest that stands for the list in a document.</summary>
    internal Digest Identify() => Sha256.Of(Write(static (_, _) => { }).Written);

    private DocumentWriter Write(PartReceiver receive)
    {
        var list = new DocumentWriter();
        if (_places.Count <= LongestWhole)
        {
            WriteItems(list, 0, _places.Count);
            return list;
        }

        var part = new DocumentWriter();
        Span<byte> bytes = stackalloc byte[Digest.Length];
        for (var start = 0; start < _places.Count;)
        {
            var end = EndOfPart(start);
            part.Clear();
            WriteItems(part, start, end);
            var digest = Sha256.Of(part.Written);
            digest.CopyTo(bytes);
            list.Item(FingerprintDocument.PartName, bytes);
            receive(digest, part.Written);
            start = end;
        }

        return list;
    }

    private int EndOfPart(int start)
    {
        for (var i = start; i < _places.Count; i++)
        {
            var sum = 0u;
            foreach (var value in _tree.PathOf(_places[i]))
            {
                sum = (sum * 31) + value;
            }

            if (sum % AverageLength == 0)
            {
                return i + 1;
            }
        }

        return _places.Count;
    }

    private void WriteItems(DocumentWriter writer, int start, int end)
    {
        Span<byte> value = stackalloc byte[1 + Digest.Length];
        for (var i = start; i < end; i++)
        {
            value[0] = (byte)_tree.KindOf(_places[i]);
            _tree.DigestOf(_places[i]).CopyTo(value[1..]);
            writer.Item(_tree.PathOf(_places[i]), value);
        }
    }

    private delegate void PartReceiver(Digest digest, ReadOnlySpan<byte> content);
}
