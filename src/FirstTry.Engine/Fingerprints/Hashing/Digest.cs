using System;
using System.Runtime.InteropServices;

namespace FirstTry.Engine.Fingerprints.Hashing;

/// <summary>A SHA-256: 32 bytes by value.</summary>
internal readonly record struct Digest(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    /// <summary>How many bytes it has.</summary>
    internal const int Length = 32;

    /// <summary>Takes the bytes as they are.</summary>
    internal static Digest From(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes[..Length]);
        return new Digest(words[0], words[1], words[2], words[3]);
    }

    /// <summary>Writes the bytes.</summary>
    internal void CopyTo(Span<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes[..Length]);
        (words[0], words[1], words[2], words[3]) = (First, Second, Third, Fourth);
    }

    /// <summary>The bytes, copied.</summary>
    internal byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hex digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
