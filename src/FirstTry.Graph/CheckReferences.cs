using System;
using System.Collections;
using System.Collections.Generic;

namespace FirstTry.Graph;

/// <summary>
/// References to checks. Two are equal when they name the same checks in the same order: the checks themselves are compared
/// where the graph lists them, and comparing them here too would walk a diamond of needs once per path.
/// </summary>
#if NET
[System.Runtime.CompilerServices.CollectionBuilder(typeof(CheckReferences), nameof(Create))]
#endif
public readonly struct CheckReferences : IEquatable<CheckReferences>, IReadOnlyList<Check>
{
    private readonly Check[]? _checks;

    private CheckReferences(Check[] checks) => _checks = checks;

    /// <inheritdoc />
    public int Count => _checks?.Length ?? 0;

    /// <inheritdoc />
    public Check this[int index] => _checks is null ? throw new ArgumentOutOfRangeException(nameof(index)) : _checks[index];

    /// <summary>True when both name the same checks in the same order.</summary>
    public static bool operator ==(CheckReferences left, CheckReferences right) => left.Equals(right);

    /// <summary>True unless both name the same checks in the same order.</summary>
    public static bool operator !=(CheckReferences left, CheckReferences right) => !left.Equals(right);

    /// <summary>References to these checks; the caller must not change <paramref name="checks"/> afterwards.</summary>
    public static CheckReferences Create(params Check[] checks) => new(checks);

#if NET
    /// <summary>References to these checks; lets collection expressions make them.</summary>
    public static CheckReferences Create(ReadOnlySpan<Check> checks) => new(checks.ToArray());
#endif

    /// <inheritdoc />
    public bool Equals(CheckReferences other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!string.Equals(_checks![i].Name, other._checks![i].Name, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is CheckReferences other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = 17;
        for (var i = 0; i < Count; i++)
        {
            hash = unchecked((hash * 31) + StringComparer.Ordinal.GetHashCode(_checks![i].Name));
        }

        return hash;
    }

    /// <inheritdoc />
    public IEnumerator<Check> GetEnumerator() => ((IEnumerable<Check>)(_checks ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
