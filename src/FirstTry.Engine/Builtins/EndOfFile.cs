using System;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Ends every file that is not empty with exactly one line end.</summary>
internal sealed class EndOfFile : ContentFixer
{
    /// <inheritdoc />
    public override string Name => "end-of-file";

    /// <inheritdoc />
    protected override string Objection => "does not end with exactly one line end";

    /// <inheritdoc />
    protected override byte[]? Mend(RepoPath path, byte[] content, BuiltinContext context)
    {
        if (content.Length == 0)
        {
            return null;
        }

        var text = content.AsSpan().TrimEnd("\r\n"u8).Length;
        if (text == content.Length)
        {
            return [.. content, (byte)'\n'];
        }

        if (text == 0)
        {
            return [];
        }

        var ends = content.AsSpan(text);
        var kept = ends.StartsWith("\r\n"u8) ? 2 : 1;
        return kept == ends.Length ? null : content[..(text + kept)];
    }
}
