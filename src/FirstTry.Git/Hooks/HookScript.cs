using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Scriban;
using Scriban.Runtime;

namespace FirstTry.Git.Hooks;

/// <summary>The script we put at a hook's place: rendered from the template, known again by the checksum of its own bytes.</summary>
internal static class HookScript
{
    /// <summary>Raised whenever the meaning of the marker changes.</summary>
    public const int Version = 1;

    private const string Resource = "FirstTry.Git.Hooks.hook.scriban";
    private const string Shebang = "#!/bin/sh\n";
    private const string Marker = "# firsttry hook ";
    private const string ChecksumWord = " sha256:";
    private const string EarlierMarker = "# earlier: ";
    private const int ChecksumLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly string NoChecksum = new('0', ChecksumLength);

    /// <summary>The bytes of the script.</summary>
    /// <param name="earlier">The name of the hook that is run first; null when there was none.</param>
    /// <param name="isInGitDirectory">Whether the script lies in the folder of hooks that is part of the git directory: from there it finds what else is in it.</param>
    public static byte[] Render(string hook, string? earlier, RememberedBinary? binary, bool isInGitDirectory)
    {
        var values = new ScriptObject();
        values.SetValue("version", Version.ToString(CultureInfo.InvariantCulture), readOnly: true);
        values.SetValue("checksum", NoChecksum, readOnly: true);
        values.SetValue("hook", hook, readOnly: true);
        values.SetValue("earlier", earlier, readOnly: true);
        values.SetValue("reads_stdin", HookInput.IsReadBy(hook), readOnly: true);
        values.SetValue("is_in_git_directory", isInGitDirectory, readOnly: true);
        values.SetValue("binary", binary is null ? null : ShellText.Quote(binary.Path), readOnly: true);
        values.SetValue("binary_is_in_worktree", binary is { IsInWorktree: true }, readOnly: true);
        var context = new TemplateContext { StrictVariables = true, NewLine = "\n" };
        context.PushGlobal(values);
        var script = Template.Parse(ReadTemplate(), "templates/hooks/hook.scriban").Render(context);
        return Encoding.UTF8.GetBytes(WithChecksum(script));
    }

    /// <summary>Tells whose bytes these are: our script untouched, our script edited, or somebody else's.</summary>
    public static HookState Judge(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (ChecksumOf(text) is not { } range)
        {
            return HookState.Foreign;
        }

        // Bytes that are not UTF-8 cannot come from us, and decoding would hide the difference between two of them.
        var isText = Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(bytes);
        var untouched = text[..range.Start.Value] + NoChecksum + text[range.End.Value..];
        return isText && string.Equals(text[range], Digest(untouched), StringComparison.Ordinal) ? HookState.Ours : HookState.Edited;
    }

    /// <summary>The name of the earlier hook that a script of ours, edited or not, runs first; null when it names none of <paramref name="hook"/>.</summary>
    public static string? EarlierOf(string hook, ReadOnlySpan<byte> bytes)
    {
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', 6))
        {
            if (line.StartsWith(EarlierMarker, StringComparison.Ordinal))
            {
                var name = line[EarlierMarker.Length..].TrimEnd('\r');
                return KeptName.IsEarlier(hook, name) ? name : null;
            }
        }

        return null;
    }

    /// <summary>Where a script of ours looks for firsttry first; null when it relies on PATH.</summary>
    public static RememberedBinary? BinaryOf(ReadOnlySpan<byte> bytes)
    {
        const string Assignment = "\n_firsttry_binary=";
        const string Top = "$_firsttry_top/";
        var text = Encoding.UTF8.GetString(bytes);
        if (text.IndexOf(Assignment, StringComparison.Ordinal) is not (var start and >= 0))
        {
            return null;
        }

        var value = text[(start + Assignment.Length)..];
        var isInWorktree = value.StartsWith(Top, StringComparison.Ordinal);
        return ShellText.Unquote(isInWorktree ? value[Top.Length..] : value) is { Length: > 0 } path ? new RememberedBinary(path, isInWorktree) : null;
    }

    private static string WithChecksum(string script)
    {
        var range = ChecksumOf(script) ?? throw new InvalidOperationException("the hook template has no marker");
        return script[..range.Start.Value] + Digest(script) + script[range.End.Value..];
    }

    // The marker stands on the second line and nowhere else: "# firsttry hook 1 sha256:<64 hex digits>".
    // Editors of another system may have turned the line ends; such a script is still ours, edited.
    private static Range? ChecksumOf(string text)
    {
        var start = text.StartsWith(Shebang, StringComparison.Ordinal) ? Shebang.Length
            : text.StartsWith("#!/bin/sh\r\n", StringComparison.Ordinal) ? Shebang.Length + 1
            : -1;
        if (start < 0 || string.CompareOrdinal(text, start, Marker, 0, Marker.Length) != 0)
        {
            return null;
        }

        var end = text.IndexOf('\n', start);
        var word = text.IndexOf(ChecksumWord, start, (end < 0 ? text.Length : end) - start, StringComparison.Ordinal);
        var digits = word + ChecksumWord.Length;
        return word >= 0 && text.Length >= digits + ChecksumLength && IsHex(text.AsSpan(digits, ChecksumLength))
            ? new Range(digits, digits + ChecksumLength)
            : null;
    }

    private static bool IsHex(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(HexDigits) < 0;

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string ReadTemplate()
    {
        using var stream = typeof(HookScript).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
