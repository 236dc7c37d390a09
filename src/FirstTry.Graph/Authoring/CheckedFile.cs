using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Graph.Authoring;

/// <summary>A file that a check looks at. Its content is what goes out: in a commit what is staged, in a push what is in the commit.</summary>
/// <param name="path">Relative to the top of the repository, with slashes.</param>
/// <param name="read">Gets the content.</param>
public sealed class CheckedFile(string path, Func<byte[]> read)
{
    /// <summary>The path, relative to the top of the repository, with slashes.</summary>
    public string Path { get; } = path;

    /// <summary>The content, read anew by each call.</summary>
    public byte[] ReadBytes() => read();

    /// <summary>The content as UTF-8, without a byte order mark; bytes that are none become U+FFFD.</summary>
    public string ReadText()
    {
        var content = read();
        var start = content.Length >= 3 && content[0] == 0xEF && content[1] == 0xBB && content[2] == 0xBF ? 3 : 0;
        return Encoding.UTF8.GetString(content, start, content.Length - start);
    }

    /// <summary>The lines of the text, without their ends; a last line that is empty is none.</summary>
    public IReadOnlyList<string> ReadLines()
    {
        var lines = new List<string>(ReadText().Split('\n'));
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i] = lines[i].TrimEnd('\r');
        }

        if (lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    /// <summary>A finding in this file.</summary>
    /// <param name="line">Counts from 1; 0 for the file as a whole.</param>
    public Finding At(int line, string message, Severity severity = Severity.Error) => new(Path, line, message, severity);

    /// <inheritdoc />
    public override string ToString() => Path;
}
