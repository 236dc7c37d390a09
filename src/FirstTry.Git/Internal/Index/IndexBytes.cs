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
    private static IndexBytes? _mapped;
    private readonly byte[] _array;
    private readonly byte* _start;
    private readonly FileStat _stat;

    private IndexBytes(byte[] array, byte* start, int length, FileStat stat)
    {
        _array = array;
        _start = start;
        _stat = stat;
        Length = length;
    }

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<byte> Span => _start is null ? _array : new ReadOnlySpan<byte>(_start, Length);

    /// <summary>Bytes that nobody changes afterwards.</summary>
    public static IndexBytes Of(byte[] array) => new(array, null, array.Length, default);

    /// <summary>
    /// The bytes of a file. git never writes into an index, it puts another one in its place; so the first of a program is not copied, which
    /// takes a third of the time, and stays where it is until the program ends. While that file lies there it is not read again either; another
    /// one is read.
    /// </summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IndexBytes OfFile(string path) =>
        OperatingSystem.IsLinux() && MappedFirst(path) is { } mapped ? mapped : Of(ReadAll(path));

    /// <summary>The bytes of a file as the kernel has them; null where it does not give them.</summary>
    internal static IndexBytes? TryMap(string path)
    {
        fixed (byte* name = Terminated(path))
        {
            var descriptor = LibC.Open(name, LibC.CloseOnExec, 0);
            var mapped = descriptor < 0 ? null : TryMap(descriptor);
            _ = LibC.Close(descriptor);
            return mapped;
        }
    }

    /// <summary>Whether the same file lies at a path, unchanged: the kernel gives its number to no other one as long as it is mapped.</summary>
    internal bool IsStill(string path)
    {
        FileStatus status;
        fixed (byte* name = Terminated(path))
        {
            return LibC.Status(LibC.CurrentDirectory, name, 0, LibC.BasicStatus, &status) == 0 && status.ToStat() == _stat;
        }
    }

    private static IndexBytes? TryMap(int descriptor)
    {
        FileStatus status;
        fixed (byte* itself = "\0"u8)
        {
            if (LibC.Status(descriptor, itself, LibC.EmptyPath, LibC.BasicStatus, &status) != 0 || status.Size is 0 or > int.MaxValue)
            {
                return null;
            }
        }

        var start = LibC.Map(0, (nuint)status.Size, ReadableOnly, OfOurOwn, descriptor, 0);
        return start == LibC.NotMapped ? null : new IndexBytes([], (byte*)start, (int)status.Size, status.ToStat());
    }

    private static IndexBytes? MappedFirst(string path)
    {
        if (Volatile.Read(ref _mapped) is { } first)
        {
            return first.IsStill(path) ? first : null;
        }

        return TryMap(path) is { } mapped && Interlocked.CompareExchange(ref _mapped, mapped, null) is null ? mapped : null;
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + "\0");

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
