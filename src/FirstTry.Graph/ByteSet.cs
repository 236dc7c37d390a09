using System;

namespace FirstTry.Graph;

/// <summary>Some of the values that a byte can have.</summary>
internal readonly struct ByteSet
{
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>The values of which this holds.</summary>
    internal ByteSet(Func<int, bool> holds)
    {
        for (var bit = 0; bit < 64; bit++)
        {
            _first |= holds(bit) ? 1UL << bit : 0;
            _second |= holds(64 + bit) ? 1UL << bit : 0;
            _third |= holds(128 + bit) ? 1UL << bit : 0;
            _fourth |= holds(192 + bit) ? 1UL << bit : 0;
        }
    }

    /// <summary>Whether a value is in both.</summary>
    internal bool Overlaps(in ByteSet other) =>
        ((_first & other._first) | (_second & other._second) | (_third & other._third) | (_fourth & other._fourth)) != 0;
}
