namespace FirstTry.Graph;

/// <summary>A piece of a text file; lines and columns count from 1, columns in UTF-16 units, the end is exclusive.</summary>
public readonly record struct SourceSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The empty span at the start of a file.</summary>
    public static SourceSpan Start { get; } = new(1, 1, 1, 1);
}
