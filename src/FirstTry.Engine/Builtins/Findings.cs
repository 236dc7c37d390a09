using System.Collections.Generic;
using System.Globalization;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>What a built-in check objects to and what it mended, collected as the lines that a person reads.</summary>
internal sealed class Findings
{
    private readonly StringBuilder _text = new();
    private readonly List<RepoPath> _mended = [];
    private bool _hasObjections;

    /// <summary>Objects to a line of a file.</summary>
    public void Add(RepoPath path, long line, string message) =>
        AddText(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {message}"));

    /// <summary>Objects to a file as a whole.</summary>
    public void Add(RepoPath path, string message) => AddText($"{path}: {message}");

    /// <summary>Mentions what is no objection.</summary>
    public void AddWarning(RepoPath path, long line, string message) =>
        _text.Append(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{path}:{line}") : path.ToString()).Append(": warning: ").Append(message).Append('\n');

    /// <summary>Objects to something that is not in a file.</summary>
    public void AddText(string message)
    {
        _hasObjections = true;
        _text.Append(message).Append('\n');
    }

    /// <summary>Reports a file that is as it should be now.</summary>
    public void AddMended(RepoPath path, string message)
    {
        _mended.Add(path);
        _text.Append(path).Append(": ").Append(message).Append('\n');
    }

    /// <summary>What several found, in their order.</summary>
    public static Findings Joined(IReadOnlyList<Findings> parts)
    {
        var joined = new Findings();
        foreach (var part in parts)
        {
            joined._text.Append(part._text);
            joined._mended.AddRange(part._mended);
            joined._hasObjections |= part._hasObjections;
        }

        return joined;
    }

    /// <summary>The verdict.</summary>
    public BuiltinOutcome ToOutcome() => new(!_hasObjections, _text.ToString(), _mended);
}
