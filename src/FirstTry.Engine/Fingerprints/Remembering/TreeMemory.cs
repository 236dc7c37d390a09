using System;
using System.Buffers.Binary;
using System.IO;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Fingerprints.Inputs;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>
/// The digests of a working tree's files from run to run, one file a worktree: a header, the digests of lists, the sum of the whole tree, then
/// a record a path in byte order, each path without what it shares with the one before. It is read and written from front to back beside the
/// tree, which has the same order, so that neither is ever held twice; and not beyond the sum where no file has changed.
/// </summary>
internal sealed class TreeMemory(string file)
{
    private const int LongestPath = 4096;
    private const int SmallPiece = 1024;
    private const int LargePiece = 128 * 1024;

    // Kind, state, stat, digest.
    private const int FixedLength = 2 + StatBytes.Length + Digest.Length;

    private static ReadOnlySpan<byte> Title => "FTTREE03"u8;

    /// <summary>Fills in what is known of the tree's files. Damaged is empty.</summary>
    internal void Load(Tree tree)
    {
        if (Read(SmallPiece, reader => TryLoadUnchanged(reader, tree)))
        {
            var history = tree.History;
            tree.Recall = later =>
            {
                LoadAll(later);

                // Whatever has become of the file meanwhile: what was said of the lists was right, and stays so.
                later.History = history;
            };
            return;
        }

        tree.Forget();
        LoadAll(tree);
    }

    private void LoadAll(Tree tree)
    {
        if (!Read(LargePiece, reader => TryLoad(reader, tree)))
        {
            tree.Forget();
        }
    }

    private bool Read(int pieceBytes, Func<SummedReader, bool> read)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return read(new SummedReader(stream, pieceBytes));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Keeps what is known now.</summary>
    internal void Save(Tree tree) => ReplacedFile.Write(file, stream => Write(new SummedWriter(stream), tree));

    private static void Write(SummedWriter writer, Tree tree)
    {
        writer.Write(Title);
        var lists = tree.History.Known();
        writer.Write(lists.Count);
        Span<byte> digest = stackalloc byte[Digest.Length];
        foreach (var (selection, list) in lists)
        {
            selection.CopyTo(digest);
            writer.Write(digest);
            list.CopyTo(digest);
            writer.Write(digest);
        }

        TreeSum.OfSettled(tree).Write(digest);
        writer.Write(digest[..TreeSum.Length]);
        writer.WriteSum();
        writer.Write(tree.Count);
        WriteRecords(writer, tree);
        writer.Finish();
    }

    private static bool TryLoad(SummedReader reader, Tree tree) =>
        TryReadHead(reader, tree, out _)
        && reader.TryReadNumber(out var records)
        && TryReadRecords(reader, records, tree)
        && reader.IsSumRight();

    private static bool TryLoadUnchanged(SummedReader reader, Tree tree) =>
        TryReadHead(reader, tree, out var sum) && sum != default && sum == TreeSum.Of(tree);

    private static bool TryReadHead(SummedReader reader, Tree tree, out TreeSum sum)
    {
        sum = default;
        if (!reader.TryRead(Title.Length, out var title) || !title.SequenceEqual(Title)
            || !reader.TryReadNumber(out var lists) || !TryReadLists(reader, lists, tree.History)
            || !reader.TryRead(TreeSum.Length, out var bytes))
        {
            return false;
        }

        sum = TreeSum.Read(bytes);
        return reader.IsSumSoFarRight();
    }

    private static bool TryReadLists(SummedReader reader, int count, TreeHistory history)
    {
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryRead(2 * Digest.Length, out var list))
            {
                return false;
            }

            history.Earlier[Digest.From(list)] = Digest.From(list[Digest.Length..]);
        }

        history.IsLost = false;
        return true;
    }

    private static bool TryReadRecords(SummedReader reader, int count, Tree tree)
    {
        var path = new byte[LongestPath];
        var (length, place) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryRead(sizeof(uint), out var lengths))
            {
                return false;
            }

            var shared = BinaryPrimitives.ReadUInt16LittleEndian(lengths);
            var added = BinaryPrimitives.ReadUInt16LittleEndian(lengths[2..]);
            if (shared > length || shared + added > LongestPath || !reader.TryRead(added + FixedLength, out var record))
            {
                return false;
            }

            record[..added].CopyTo(path.AsSpan(shared));
            length = shared + added;
            place = TreeMerge.Add(tree, place, path.AsSpan(0, length), StoredFile.Read(record[added..]));
        }

        TreeMerge.AddRest(tree, place);
        return true;
    }

    private static void WriteRecords(SummedWriter writer, Tree tree)
    {
        Span<byte> record = stackalloc byte[FixedLength];
        ReadOnlySpan<byte> previous = [];
        for (var i = 0; i < tree.Count; i++)
        {
            var path = tree.PathOf(i);
            var shared = Math.Min(path.CommonPrefixLength(previous), ushort.MaxValue);
            var added = Math.Min(path.Length - shared, ushort.MaxValue);
            writer.Write((ushort)shared, (ushort)added);
            writer.Write(path.Slice(shared, added));
            StoredFile.Of(tree, i).Write(record);
            writer.Write(record);
            previous = path;
        }
    }
}
