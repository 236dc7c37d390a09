using System;
using System.Buffers;
using System.IO;
using System.Text;

namespace FirstTry.Engine.Reporting;

/// <summary>Collects text and raw bytes and writes them in one piece.</summary>
internal sealed class TextBlock(Stream output)
{
    private readonly ArrayBufferWriter<byte> _pending = new();
    private byte _last = (byte)'\n';

    internal TextBlock Add(string text)
    {
        Span<byte> buffer = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(text, buffer, out var count) ? Add(buffer[..count]) : Add(Encoding.UTF8.GetBytes(text));
    }

    internal TextBlock Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0)
        {
            _pending.Write(bytes);
            _last = bytes[^1];
        }

        return this;
    }

    internal TextBlock EndLine() => Add("\n"u8);

    /// <summary>Ends the line unless there is nothing on it.</summary>
    internal TextBlock StartLine() => _last == (byte)'\n' ? this : EndLine();

    internal void Write()
    {
        if (_pending.WrittenCount > 0)
        {
            output.Write(_pending.WrittenSpan);
            output.Flush();
            _pending.ResetWrittenCount();
        }
    }
}
