using System;
using System.Text;

namespace FirstTry.Processes;

/// <summary>A path or a program's name as the system sees it: bytes. Made from a string (UTF-8) or from bytes, which are kept as they are.</summary>
public readonly struct NativePath : IEquatable<NativePath>
{
    private readonly byte[]? _bytes;

    /// <summary>Takes the bytes without copying them.</summary>
    public NativePath(byte[] bytes) => _bytes = bytes;

    /// <summary>The bytes, without a terminating zero.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>True for the default value: no path was given.</summary>
    public bool IsEmpty => _bytes is not { Length: > 0 };

    public static implicit operator NativePath(string? text) => FromString(text);

    public static implicit operator NativePath(byte[]? bytes) => bytes is null ? default : new(bytes);

    public static bool operator ==(NativePath left, NativePath right) => left.Equals(right);

    public static bool operator !=(NativePath left, NativePath right) => !left.Equals(right);

    /// <summary>The UTF-8 bytes of <paramref name="text"/>; null gives the empty path.</summary>
    public static NativePath FromString(string? text) => text is null ? default : new(Encoding.UTF8.GetBytes(text));

    /// <summary>The path for display: bytes that are not UTF-8 are shown as U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    /// <inheritdoc />
    public bool Equals(NativePath other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is NativePath other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }
}
