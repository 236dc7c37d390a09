using System;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Fingerprints.Inputs;
using FirstTry.Git;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>What an earlier look found at a path.</summary>
internal readonly record struct StoredFile(FileInputKind Kind, DigestState State, FileStat Stat, Digest Digest)
{
    /// <summary>Reads one.</summary>
    internal static StoredFile Read(ReadOnlySpan<byte> bytes) => new(
        (FileInputKind)bytes[0], (DigestState)bytes[1], StatBytes.Read(bytes[2..]), Digest.From(bytes[(2 + StatBytes.Length)..]));

    /// <summary>What this look found.</summary>
    internal static StoredFile Of(Tree tree, int place)
    {
        var state = tree.StateOf(place);
        return new StoredFile(
            tree.KindOf(place), state == DigestState.Unreadable ? DigestState.Unknown : state, tree.StatOf(place), tree.DigestOf(place));
    }

    /// <summary>Writes it.</summary>
    internal void Write(Span<byte> bytes)
    {
        bytes[0] = (byte)Kind;
        bytes[1] = (byte)State;
        StatBytes.Write(bytes[2..], Stat);
        Digest.CopyTo(bytes[(2 + StatBytes.Length)..]);
    }
}
