using System;
using System.IO;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Takes white space off the ends of lines.</summary>
internal sealed class TrailingWhitespace : ContentFixer
{
    /// <inheritdoc />
    public override string Name => "trailing-whitespace";

    /// <inheritdoc />
    protected override string Objection => "white space at the end of a line";

    /// <inheritdoc />
    protected override byte[]? Mend(RepoPath path, byte[] content, BuiltinContext context) =>
        Strip(content, keepsBreaks: IsMarkdown(path, context.ValuesOf("markdown_extensions")));

    private static byte[]? Strip(byte[] content, bool keepsBreaks)
    {
        MemoryStream? mended = null;
        var copied = 0;
        for (var start = 0; start < content.Length;)
        {
            var newline = content.AsSpan(start).IndexOf((byte)'\n');
            var next = newline < 0 ? content.Length : start + newline + 1;
            var end = EndOfText(content, start, next);
            var (text, tail) = Measure(content.AsSpan(start, end - start), keepsBreaks);
            if (start + text < end - tail)
            {
                mended ??= new MemoryStream(content.Length);
                mended.Write(content, copied, start + text - copied);
                copied = end - tail;
            }

            start = next;
        }

        mended?.Write(content, copied, content.Length - copied);
        return mended?.ToArray();
    }

    // Without the line end: LF or CR LF. A lone CR is white space like any other.
    private static int EndOfText(byte[] content, int start, int next)
    {
        if (content[next - 1] != (byte)'\n')
        {
            return next;
        }

        return next - 2 >= start && content[next - 2] == (byte)'\r' ? next - 2 : next - 1;
    }

    // Two spaces at the end of a Markdown line are a line break: they stay, white space before them goes.
    private static (int Text, int Tail) Measure(ReadOnlySpan<byte> line, bool keepsBreaks)
    {
        var text = line.TrimEnd(" \t\r\v\f"u8).Length;
        return (text, keepsBreaks && text > 0 && line.EndsWith("  "u8) ? 2 : 0);
    }

    private static bool IsMarkdown(RepoPath path, EquatableArray<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (extension == "*" || HasExtension(path, extension.TrimStart('.')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasExtension(RepoPath path, string extension) =>
        extension.Length > 0 && Encoding.UTF8.GetString(path.Bytes).EndsWith("." + extension, StringComparison.OrdinalIgnoreCase);
}
