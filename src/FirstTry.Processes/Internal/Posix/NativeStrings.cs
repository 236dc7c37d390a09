using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>A null-terminated array of C strings in one block of native memory: <c>argv</c> or <c>envp</c>.</summary>
internal readonly unsafe ref struct NativeStrings
{
    private NativeStrings(byte** pointers) => Pointers = pointers;

    public byte** Pointers { get; }

    public static NativeStrings Of(IReadOnlyList<byte[]> strings) => Of(default, strings);

    /// <summary>The strings after <paramref name="first"/>, which is left out when empty.</summary>
    public static NativeStrings Of(ReadOnlySpan<byte> first, IReadOnlyList<byte[]> strings)
    {
        var offset = first.IsEmpty ? 0 : 1;
        var table = (nuint)(strings.Count + offset + 1) * (nuint)sizeof(byte*);
        var size = table + (nuint)first.Length + 1;
        for (var i = 0; i < strings.Count; i++)
            size += (nuint)strings[i].Length + 1;

        var block = (byte**)NativeMemory.Alloc(size);
        var next = (byte*)block + table;
        if (offset == 1)
            block[0] = Put(first, ref next);

        for (var i = 0; i < strings.Count; i++)
            block[i + offset] = Put(strings[i], ref next);

        block[strings.Count + offset] = null;
        return new NativeStrings(block);
    }

    public void Dispose() => NativeMemory.Free(Pointers);

    private static byte* Put(ReadOnlySpan<byte> text, ref byte* next)
    {
        var start = next;
        text.CopyTo(new Span<byte>(start, text.Length));
        start[text.Length] = 0;
        next = start + text.Length + 1;
        return start;
    }
}
