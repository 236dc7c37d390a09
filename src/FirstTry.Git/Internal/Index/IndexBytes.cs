using System;
using System.IO;
using System.Text;
using System.Threading;
using FirstTry.Git.Internal.Native;

namespace FirstTry.Git.Internal.Index;

/// <summary>The bytes of an index file: in memory of ours, or as the kernel has them.</summary>
internal sealed unsafe class IndexBytes
{
    private const int ReadableOnly = 1;
    private const int OfOurOwn = 2;
    private static int _mapped;
    private readonly byte[] _array;
    private readonly byte* _start;

    private IndexBytes(byte[] array, byte* start, int length)
    {
        _array = array;
        _start = start;
        Length = length;
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<byte> Span => _start is null ? _array : new ReadOnlySpan<byte>(_start, Length);

    /// <summary>Bytes that nobody changes afterwards.</summary>
    public static IndexBytes Of(byte[] array) => new(array, null, array.Length);

    /// <summary>
    /// The bytes of a file. git never writes into an index, it puts another one in its place; so the first of a program is not copied, which
    /// takes a third of the time, and stays where it is until the program ends. Those that follow are read.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IndexBytes OfFile(string path) =>
        OperatingSystem.IsLinux() && Interlocked.Exchange(ref _mapped, 1) == 0 && TryMap(path) is { } mapped ? mapped : Of(ReadAll(path));

    /// <summary>The bytes of a file as the kernel has them; null where it does not give them.</summary>
    internal static IndexBytes? TryMap(string path)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0"))
        {
            var descriptor = LibC.Open(name, LibC.CloseOnExec, 0);
            var length = descriptor < 0 ? 0 : LibC.Seek(descriptor, 0, LibC.FromEnd);
            var start = length is > 0 and <= int.MaxValue ? LibC.Map(0, (nuint)length, ReadableOnly, OfOurOwn, descriptor, 0) : LibC.NotMapped;
            _ = LibC.Close(descriptor);
            return start == LibC.NotMapped ? null : new IndexBytes([], (byte*)start, (int)length);
        }
    }

    // A file that shrinks meanwhile is filled up with zeros: such a one is found to be damaged.
    private static byte[] ReadAll(string path)
    {
        using var file = File.OpenHandle(path);
        var content = FreshMemory.Allocate<byte>((int)RandomAccess.GetLength(file));
        var length = 0;
        for (var read = 1; read > 0 && length < content.Length; length += read)
        {
            read = RandomAccess.Read(file, content.AsSpan(length), length);
        }

        content.AsSpan(length).Clear();
        return content;
    }
}
