using System;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Gives all lines of a file the same line end.</summary>
internal sealed class MixedLineEnding : ContentFixer
{
    /// <inheritdoc />
    public override string Name => "mixed-line-ending";

    /// <inheritdoc />
    protected override string Objection => "mixed or unwanted line ends";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var fix = ChoiceOf(context);
        if (fix is not ("auto" or "lf" or "crlf" or "cr" or "no"))
        {
            return new BuiltinOutcome(false, $"mixed-line-ending: the option 'fix' is '{fix}'. Valid are auto, lf, crlf, cr and no.\n", []);
        }

        return base.Run(fix == "no" ? context with { MayWrite = false } : context);
    }

    /// <inheritdoc />
    protected override byte[]? Mend(RepoPath path, byte[] content, BuiltinContext context)
    {
        var (cr, crlf, lf) = Count(content);
        var total = cr + crlf + lf;
        return ChoiceOf(context) switch
        {
            "lf" => lf == total ? null : Convert(content, "\n"u8),
            "crlf" => crlf == total ? null : Convert(content, "\r\n"u8),
            "cr" => cr == total ? null : Convert(content, "\r"u8),
            _ when lf == total || crlf == total || cr == total => null,
            _ when lf >= crlf && lf >= cr => Convert(content, "\n"u8),
            _ when crlf >= cr => Convert(content, "\r\n"u8),
            _ => Convert(content, "\r"u8),
        };
    }

    private static string ChoiceOf(BuiltinContext context) => context.ValuesOf("fix") is { Count: > 0 } values ? values[0] : "auto";

    private static (int Cr, int CrLf, int Lf) Count(byte[] content)
    {
        var (cr, crlf, lf) = (0, 0, 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == (byte)'\n')
            {
                lf++;
            }
            else if (content[i] == (byte)'\r')
            {
                if (i + 1 < content.Length && content[i + 1] == (byte)'\n')
                {
                    crlf++;
                    i++;
                }
                else
                {
                    cr++;
                }
            }
        }

        return (cr, crlf, lf);
    }

    private static byte[] Convert(byte[] content, ReadOnlySpan<byte> ending)
    {
        var converted = new MemoryStream(content.Length);
        for (var start = 0; start < content.Length;)
        {
            var length = content.AsSpan(start).IndexOfAny((byte)'\r', (byte)'\n');
            if (length < 0)
            {
                converted.Write(content, start, content.Length - start);
                break;
            }

            converted.Write(content, start, length);
            converted.Write(ending);
            start += length;
            start += content.AsSpan(start).StartsWith("\r\n"u8) ? 2 : 1;
        }

        return converted.ToArray();
    }
}
