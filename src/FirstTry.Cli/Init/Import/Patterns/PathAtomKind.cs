namespace FirstTry.Cli.Init.Import.Patterns;

/// <summary>What a piece of a path pattern stands for.</summary>
internal enum PathAtomKind
{
    /// <summary>One character.</summary>
    Literal,

    /// <summary>One character of a set, never a slash.</summary>
    Class,

    /// <summary>Any one character but a slash.</summary>
    One,

    /// <summary>Any characters but slashes.</summary>
    Star,

    /// <summary>Any characters, slashes too.</summary>
    Deep,

    /// <summary>The start of the path.</summary>
    Start,

    /// <summary>The end of the path.</summary>
    End,
}
