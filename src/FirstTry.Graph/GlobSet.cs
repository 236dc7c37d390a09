using System;

namespace FirstTry.Graph;

/// <summary>A list of globs: a path is in the set when an including one matches it (or there is none) and no excluding one does.</summary>
public sealed class GlobSet : IEquatable<GlobSet>
{
    /// <summary>Takes the globs as parsed; those of <paramref name="excluding"/> were written with a leading <c>!</c>.</summary>
    public GlobSet(EquatableArray<Glob> including, EquatableArray<Glob> excluding)
    {
        Including = including;
        Excluding = excluding;
    }

    /// <summary>Patterns without a leading <c>!</c>.</summary>
    public EquatableArray<Glob> Including { get; }

    /// <summary>Patterns that had a leading <c>!</c>, without it.</summary>
    public EquatableArray<Glob> Excluding { get; }

    /// <summary>True when the part of <paramref name="path"/> from <paramref name="start"/> on is in the set.</summary>
    public bool IsMatch(RepoPath path, int start = 0) =>
        (Including.IsEmpty || Any(Including, path.Bytes, start)) && !Any(Excluding, path.Bytes, start);

    /// <summary>
    /// False only when no path can be in both sets, each read from its own folder ("" or "web/"), but for paths that have one of the characters
    /// <c>*?[\</c> in them. What the sets exclude is not looked at: in doubt they meet.
    /// </summary>
    public bool MayMeet(byte[] folder, GlobSet other, byte[] otherFolder) => AutomatonIn(folder).Meets(other.AutomatonIn(otherFolder));

    /// <inheritdoc />
    public bool Equals(GlobSet? other) => other is not null && Including == other.Including && Excluding == other.Excluding;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GlobSet);

    /// <inheritdoc />
    public override int GetHashCode() => unchecked((Including.GetHashCode() * 31) + Excluding.GetHashCode());

    private GlobAutomaton AutomatonIn(byte[] folder)
    {
        var automaton = new GlobAutomaton(folder);
        if (Including.IsEmpty)
        {
            automaton.AddEverything();
        }

        foreach (var glob in Including)
        {
            automaton.Add(glob.Program);
        }

        return automaton;
    }

    private static bool Any(EquatableArray<Glob> globs, byte[] path, int start)
    {
        foreach (var glob in globs)
        {
            if (glob.IsMatch(path, start))
            {
                return true;
            }
        }

        return false;
    }
}
