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

    /// <summary>The parts, one after the other, and then the list itself, which the document refers to.</summary>
    internal IEnumerable<FingerprintPart> Parts()
    {
        var list = new DocumentWriter();
        if (_places.Count <= LongestWhole)
        {
            WriteItems(list, 0, _places.Count);
        }
        else
        {
            var part = new DocumentWriter();
            for (var start = 0; start < _places.Count;)
            {
                var end = EndOfPart(start);
                part.Clear();
                WriteItems(part, start, end);
                var digest = Sha256.Of(part.Written);
                list.Item(FingerprintDocument.PartName, digest.ToArray());
                yield return new FingerprintPart(digest.ToString(), part.Written.ToArray());
                start = end;
            }
        }

        yield return new FingerprintPart(Sha256.Of(list.Written).ToString(), list.Written.ToArray());
    }

    /// <summary>The digest that stands for the list in a document.</summary>
    internal Digest Identify()
    {
        var list = new DocumentWriter();
        if (_places.Count <= LongestWhole)
        {
            WriteItems(list, 0, _places.Count);
            return Sha256.Of(list.Written);
        }

        var part = new DocumentWriter();
        Span<byte> digest = stackalloc byte[Digest.Length];
        for (var start = 0; start < _places.Count;)
        {
            var end = EndOfPart(start);
            part.Clear();
            WriteItems(part, start, end);
            Sha256.Of(part.Written).CopyTo(digest);
            list.Item(FingerprintDocument.PartName, digest);
            start = end;
        }

        return Sha256.Of(list.Written);
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
}
