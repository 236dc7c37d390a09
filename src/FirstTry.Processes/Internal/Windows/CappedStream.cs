using System;
using System.IO;
using System.Threading;

namespace FirstTry.Processes.Internal.Windows;

/// <summary>Keeps what is written to it up to a limit, in the order of arrival from both streams of a process.</summary>
internal sealed class CappedStream(int? limit) : MemoryStream
{
    private readonly Lock _gate = new();
    private readonly int _limit = limit ?? int.MaxValue;

    public bool Truncated { get; private set; }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            var room = Math.Min(buffer.Length, _limit - (int)Length);
            Truncated |= room < buffer.Length;
            base.Write(buffer[..room]);
        }
    }

    public override byte[] ToArray()
    {
        lock (_gate)
            return base.ToArray();
    }
}
