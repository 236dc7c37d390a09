using System;
using System.Diagnostics.CodeAnalysis;

namespace FirstTry.Graph;

/// <summary>
/// One pattern over paths: <c>*</c> within a segment, <c>**</c> across segments, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c>.
/// Matches what git's <c>:(glob)</c> pathspec matches, byte by byte; a pattern without <c>/</c> does so at any depth.
/// </summary>
public sealed class Glob : IEquatable<Glob>
{
    private readonly byte[] _program;

    private Glob(string pattern, byte[] program)
    {
        Pattern = pattern;
        _program = program;
    }

    /// <summary>The text as it was written.</summary>
    public string Pattern { get; }

    /// <summary>The compiled form for <see cref="FromProgram"/>; callers must not change it.</summary>
    public byte[] Program => _program;

    /// <summary>Reads a pattern of repository paths; false, with what is wrong and how to mend it, when it can never mean what its author wanted.</summary>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out Glob? glob, [NotNullWhen(false)] out string? error) =>
        TryParse(pattern, GlobScope.Repository, out glob, out error);

    /// <summary>Reads a pattern of the paths that <paramref name="scope"/> allows; false, with what is wrong and how to mend it, when it cannot match.</summary>
    public static bool TryParse(
        string pattern,
        GlobScope scope,
        [NotNullWhen(true)] out Glob? glob,
        [NotNullWhen(false)] out string? error)
    {
        glob = null;
        error = null;
        try
        {
            glob = new Glob(pattern, GlobCompiler.Compile(pattern, scope));
            return true;
        }
        catch (GlobException exception)
        {
            error = exception.Message;
            return false;
        }
    }

    /// <summary>The glob that <see cref="TryParse(string, out Glob?, out string?)"/> made of <paramref name="pattern"/>, from its <see cref="Program"/>, without reading the text again.</summary>
    public static Glob FromProgram(string pattern, byte[] program) => new(pattern, program);

    /// <summary>True when the whole of <paramref name="path"/> from <paramref name="start"/> on matches.</summary>
    public bool IsMatch(byte[] path, int start = 0) => GlobProgram.IsMatch(_program, path, start);

    /// <inheritdoc />
    public bool Equals(Glob? other) => other is not null && string.Equals(Pattern, other.Pattern, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Glob);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Pattern);
}
