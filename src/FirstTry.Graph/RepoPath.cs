using System;
using System.Globalization;
using System.Text;

namespace FirstTry.Graph;

/// <summary>The path of a file relative to the repository root, as git stores it: bytes with <c>/</c> between segments, not necessarily text.</summary>
public readonly struct RepoPath : IEquatable<RepoPath>, IComparable<RepoPath>
{
    private readonly byte[]? _bytes;

    /// <summary>Wraps bytes that nobody changes afterwards.</summary>
    public RepoPath(byte[] bytes) => _bytes = bytes;

    /// <summary>The bytes; callers must not change them.</summary>
    public byte[] Bytes => _bytes ?? [];

    /// <summary>True when both are the same bytes.</summary>
    public static bool operator ==(RepoPath left, RepoPath right) => left.Equals(right);

    /// <summary>True unless both are the same bytes.</summary>
    public static bool operator !=(RepoPath left, RepoPath right) => !left.Equals(right);

    /// <summary>True when the left one comes first in byte order.</summary>
    public static bool operator <(RepoPath left, RepoPath right) => left.CompareTo(right) < 0;

    /// <summary>True when the left one comes last in byte order.</summary>
    public static bool operator >(RepoPath left, RepoPath right) => left.CompareTo(right) > 0;

    /// <summary>True unless the left one comes last in byte order.</summary>
    public static bool operator <=(RepoPath left, RepoPath right) => left.CompareTo(right) <= 0;

    /// <summary>True unless the left one comes first in byte order.</summary>
    public static bool operator >=(RepoPath left, RepoPath right) => left.CompareTo(right) >= 0;

    /// <summary>The path whose bytes are the UTF-8 form of <paramref name="text"/>.</summary>
    public static RepoPath FromText(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc />
    public int CompareTo(RepoPath other)
    {
        var (left, right) = (Bytes, other.Bytes);
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                return left[i] - right[i];
            }
        }

        return left.Length - right.Length;
    }

    /// <inheritdoc />
    public bool Equals(RepoPath other) => CompareTo(other) == 0;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RepoPath other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = unchecked((int)2166136261);
        foreach (var value in Bytes)
        {
            hash = unchecked((hash ^ value) * 16777619);
        }

        return hash;
    }

    /// <summary>For people: the text as it is, or in quotes with C escapes where it has control characters, quotes or bytes that are not UTF-8.</summary>
    public override string ToString()
    {
        var text = Encoding.UTF8.GetString(Bytes);
        foreach (var character in text)
        {
            if (char.IsControl(character) || character is '"' or '\\' or '\uFFFD')
            {
                return Quote(Bytes);
            }
        }

        return text;
    }

    private static string Quote(byte[] bytes)
    {
        var quoted = new StringBuilder("\"");
        foreach (var value in bytes)
        {
            _ = value switch
            {
                (byte)'"' or (byte)'\\' => quoted.Append('\\').Append((char)value),
                (byte)'\n' => quoted.Append("\\n"),
                (byte)'\r' => quoted.Append("\\r"),
                (byte)'\t' => quoted.Append("\\t"),
                < 0x20 or > 0x7e => quoted.Append('\\').Append(ToOctal(value)),
                _ => quoted.Append((char)value),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string ToOctal(byte value) => Convert.ToString(value, 8).PadLeft(3, '0').ToString(CultureInfo.InvariantCulture);
}
