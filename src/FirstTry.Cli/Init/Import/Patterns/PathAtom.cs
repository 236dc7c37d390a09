namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>A piece of a pattern over whole paths.</summary>
/// <param name="Text">The character of a literal, the glob text of a class; empty otherwise.</param>
internal readonly record struct PathAtom(PathAtomKind Kind, string Text = "")
{
    public static readonly PathAtom Slash = new(PathAtomKind.Literal, "/");

    public bool IsSlash => this == Slash;
}
