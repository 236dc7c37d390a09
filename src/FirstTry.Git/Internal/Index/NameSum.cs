using System;
using System.Buffers.Binary;
using System.Numerics;

namespace FirstTry.Git.Internal.Index;

/// <summary>
/// The names in a folder, in whatever order, as 128 bits and a count: two folders with the same sum have the same names of the same kinds. The
/// kernel lists names in an order of its own, and to look for each in the index takes several times longer.
/// </summary>
internal readonly record struct NameSum(ulong First, ulong Second, int Count)
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;

    /// <summary>The sum with one more name.</summary>
    /// <param name="isFolder">A name stands for a folder, or for a file or link: where one has taken the place of the other the sums differ.</param>
    public NameSum With(ReadOnlySpan<byte> name, bool isFolder)
    {
        var first = ((ulong)name.Length * Prime1) + (isFolder ? Prime3 : Prime2);
        var second = ((ulong)name.Length * Prime2) ^ (isFolder ? Prime1 : Prime3);
        for (; name.Length >= sizeof(ulong); name = name[sizeof(ulong)..])
        {
            (first, second) = Mix(first, second, BinaryPrimitives.ReadUInt64LittleEndian(name));
        }

        var rest = 0UL;
        for (var i = 0; i < name.Length; i++)
        {
            rest |= (ulong)name[i] << (8 * i);
        }

        (first, second) = Mix(first, second, rest);
        return new NameSum(First + Spread(first), Second + Spread(second ^ first), Count + 1);
    }

    private static (ulong First, ulong Second) Mix(ulong first, ulong second, ulong word) => (
        BitOperations.RotateLeft(first ^ (word * Prime2), 31) * Prime1,
        BitOperations.RotateLeft(second + (word * Prime3), 29) * Prime2);

    private static ulong Spread(ulong value)
    {
        value = (value ^ (value >> 33)) * Prime2;
        value = (value ^ (value >> 29)) * Prime3;
        return value ^ (value >> 32);
    }
}
