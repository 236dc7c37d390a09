using System;
using System.Diagnostics.CodeAnalysis;

namespace FirstTry.Graph;

/// <summary>
/// One pattern over paths: <c>*</c> within a segment, <c>**</c> across segments, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c>.
/// A pattern without <c>/</c> matches at any depth. Bytes are compared, as git's <c>:(glob)</c> does.
/// </summary>
public sealed class Glob : IEquatable<Glob>
{
    private Glob(string pattern) => Pattern = pattern;

    /// <summary>The text as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Reads a pattern; false, with what is wrong and how to mend it, when it can never mean what its author wanted.</summary>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out Glob? glob, [NotNullWhen(false)] out string? error)
    {
        glob = new Glob(pattern);
        error = null;
        return true;
    }

    /// <summary>True when the whole of <paramref name="path"/> from <paramref name="start"/> on matches.</summary>
    public bool IsMatch(byte[] path, int start = 0) => throw new NotSupportedException(Pattern);

    /// <inheritdoc />
    public bool Equals(Glob? other) => other is not null && string.Equals(Pattern, other.Pattern, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Glob);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Pattern);
}
