namespace FirstTry.Config.Code;

/// <summary>A piece of C# that is neither space nor a comment.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">A word as it is, the value of a plain string, or one character of anything else; empty for any other literal.</param>
internal readonly record struct CodeToken(CodeTokenKind Kind, int Start, int End, string Text)
{
    public bool Is(char character) => Kind == CodeTokenKind.Mark && Text[0] == character;
}
