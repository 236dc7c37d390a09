using System;
using System.Buffers.Binary;
using System.Numerics;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Fingerprints.Inputs;
using FirstTry.Git;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>
/// 128 bits that stand for every path of a tree with its stat: where they are what they were, no file needs to be compared with what is
/// remembered of it.
/// </summary>
internal readonly record struct TreeSum(ulong First, ulong Second)
{
    /// <summary>How many bytes it takes on disk.</summary>
    internal const int Length = 2 * sizeof(ulong);

    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;

    /// <summary>The sum of a tree.</summary>
    internal static TreeSum Of(Tree tree)
    {
        var sum = new TreeSum(Prime1, Prime3).With((ulong)tree.Count);
        for (var place = 0; place < tree.Count; place++)
        {
            // Each file has a sum of its own, so that the processor works on several at once.
            var file = OfFile(tree, place);
            sum = new TreeSum(Mix1(sum.First, file.First), Mix2(sum.Second, file.Second));
        }

        return sum.With(Prime2);
    }

    /// <summary>
    /// The sum of a tree whose digests hold as long as no stat changes; none where one was read so soon after a change that another would leave
    /// no trace.
    /// </summary>
    internal static TreeSum OfSettled(Tree tree)
    {
        for (var place = 0; place < tree.Count; place++)
        {
            if (tree.StateOf(place) is DigestState.Young or DigestState.Unreadable)
            {
                return default;
            }
        }

        return Of(tree);
    }

    /// <summary>Reads one.</summary>
    internal static TreeSum Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]));

    /// <summary>Writes it.</summary>
    internal void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, First);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], Second);
    }

    private static TreeSum OfFile(Tree tree, int place)
    {
        var sum = new TreeSum(Prime2, Prime1).With(tree.PathOf(place)).With(in tree.StatOf(place), tree.KindOf(place));
        return tree.FixedOf(place) is { } digest ? sum.With(digest) : sum;
    }

    private TreeSum With(ReadOnlySpan<byte> path)
    {
        var sum = With((ulong)path.Length);
        for (; path.Length >= sizeof(ulong); path = path[sizeof(ulong)..])
        {
            sum = sum.With(BinaryPrimitives.ReadUInt64LittleEndian(path));
        }

        var rest = 0UL;
        for (var i = 0; i < path.Length; i++)
        {
            rest |= (ulong)path[i] << (8 * i);
        }

        return sum.With(rest);
    }

    private TreeSum With(in FileStat stat, FileInputKind kind) =>
        With(stat.Device).With(stat.Inode).With((ulong)stat.Size).With(((ulong)kind << 32) | stat.Mode)
        .With((ulong)stat.ModifiedNanoseconds).With((ulong)stat.ChangedNanoseconds);

    private TreeSum With(Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        digest.CopyTo(bytes);
        return With((ReadOnlySpan<byte>)bytes);
    }

    private TreeSum With(ulong word) => new(Mix1(First, word), Mix2(Second, word));

    private static ulong Mix1(ulong sum, ulong word) => BitOperations.RotateLeft(sum ^ (word * Prime2), 31) * Prime1;

    private static ulong Mix2(ulong sum, ulong word) => (BitOperations.RotateLeft(sum + (word * Prime3), 29) * Prime2) ^ (sum >> 31);
}
