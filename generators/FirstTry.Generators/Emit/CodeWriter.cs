using System.Text;

namespace FirstTry.Generators.Emit;

/// <summary>Text in lines ended by LF, indented by blocks.</summary>
internal sealed class CodeWriter
{
    private const int Step = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line; an empty one is not indented.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * Step).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Opens a block with a brace.</summary>
    public void Open()
    {
        Line("{");
        Indent();
    }

    /// <summary>Closes a block, with <paramref name="end"/> behind the brace.</summary>
    public void Close(string end = "")
    {
        Outdent();
        Line("}" + end);
    }

    /// <summary>Starts a deeper level without a brace.</summary>
    public void Indent() => _depth++;

    /// <summary>Ends what <see cref="Indent"/> started.</summary>
    public void Outdent() => _depth--;

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
