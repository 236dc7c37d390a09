using System;

namespace FirstTry.Engine.Builtins;

/// <summary>Walks the lines of a text: each without its LF or CR LF, with its number.</summary>
internal ref struct Lines(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>The line that <see cref="MoveNext"/> reached.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>The number of that line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Moves on; false at the end.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var newline = _rest.IndexOf((byte)'\n');
        Current = newline < 0 ? _rest : _rest[..newline];
        Current = Current.EndsWith("\r"u8) ? Current[..^1] : Current;
        _rest = newline < 0 ? [] : _rest[(newline + 1)..];
        Number++;
        return true;
    }
}
