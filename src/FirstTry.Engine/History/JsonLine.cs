using System;
using System.Buffers;
using System.Buffers.Text;

namespace FirstTry.Engine.History;

/// <summary>
/// Writes one JSON object on one line. The library's writer takes longer to get ready than a whole line takes here, and every commit
/// waits for it.
/// </summary>
internal sealed class JsonLine
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private bool _isFirst = true;

    /// <summary>What was written.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    internal JsonLine Open(char bracket)
    {
        Separate();
        Put((byte)bracket);
        _isFirst = true;
        return this;
    }

    internal JsonLine Close(char bracket)
    {
        Put((byte)bracket);
        _isFirst = false;
        return this;
    }

    internal JsonLine EndLine()
    {
        Put((byte)'\n');
        return this;
    }

    internal JsonLine Name(string name)
    {
        Text(name);
        Put((byte)':');
        _isFirst = true;
        return this;
    }

    internal JsonLine Field(string name, string? value) => value is null ? Name(name).Raw("null"u8) : Name(name).Text(value);

    internal JsonLine Field(string name, bool value) => Name(name).Raw(value ? "true"u8 : "false"u8);

    internal JsonLine Field(string name, long? value) => value is { } number ? Name(name).Number(number) : Name(name).Raw("null"u8);

    /// <summary>A length of time in milliseconds, to the tenth.</summary>
    internal JsonLine Field(string name, TimeSpan value)
    {
        var tenths = value.Ticks / (TimeSpan.TicksPerMillisecond / 10);
        Name(name).Number(tenths / 10);
        Put((byte)'.');
        Put((byte)('0' + Math.Abs(tenths % 10)));
        return this;
    }

    private JsonLine Number(long number)
    {
        Separate();
        Utf8Formatter.TryFormat(number, _bytes.GetSpan(20), out var written);
        _bytes.Advance(written);
        return this;
    }

    private JsonLine Raw(ReadOnlySpan<byte> text)
    {
        Separate();
        _bytes.Write(text);
        return this;
    }

    // Source: RFC 8259, 7. Quotes, backslashes and control characters are escaped, everything else is UTF-8.
    private JsonLine Text(string text)
    {
        Separate();
        Put((byte)'"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
            {
                Put((byte)'\\');
                Put((byte)rune.Value);
            }
            else if (rune.Value < ' ')
            {
                _bytes.Write("\\u00"u8);
                Put((byte)('0' + (rune.Value >> 4)));
                Put((byte)"0123456789abcdef"[rune.Value & 15]);
            }
            else
            {
                _bytes.Advance(rune.EncodeToUtf8(_bytes.GetSpan(4)));
            }
        }

        Put((byte)'"');
        return this;
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            Put((byte)',');
        }

        _isFirst = false;
    }

    private void Put(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
