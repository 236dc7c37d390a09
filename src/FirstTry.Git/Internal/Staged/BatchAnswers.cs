using System;
using System.Buffers.Text;

namespace FirstTry.Git.Internal.Staged;

/// <summary>Takes trees from a part of the output of <c>git cat-file --batch</c>: <c>"id tree size" LF content LF</c>. Source: git-cat-file(1).</summary>
/// <param name="output">Begins where an answer does.</param>
internal ref struct BatchAnswers(ReadOnlySpan<byte> output)
{
    private readonly ReadOnlySpan<byte> _output = output;

    /// <summary>How many bytes the trees took that were taken.</summary>
    public int Taken { get; private set; }

    /// <summary>True once there is an answer that is not a tree, such as that there is no such object.</summary>
    public bool AreStrange { get; private set; }

    /// <summary>Takes the next tree; false when its end has not come yet, or when it is none.</summary>
    public bool TryTake(out ReadOnlySpan<byte> tree)
    {
        tree = default;
        var rest = _output[Taken..];
        var line = rest.IndexOf((byte)'\n');
        if (line < 0 || AreStrange)
        {
            return false;
        }

        var header = rest[..line];
        var kind = header.IndexOf(" tree "u8);
        if (kind < 0 || !Utf8Parser.TryParse(header[(kind + 6)..], out int size, out var digits) || kind + 6 + digits != line || size < 0)
        {
            AreStrange = true;
            return false;
        }

        if (rest.Length - line - 2 < size)
        {
            return false;
        }

        tree = rest.Slice(line + 1, size);
        Taken += line + size + 2;
        return true;
    }
}
