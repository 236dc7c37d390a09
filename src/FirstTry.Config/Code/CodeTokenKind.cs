namespace FirstTry.Config.Code;

/// <summary>What a <see cref="CodeToken"/> is.</summary>
internal enum CodeTokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A string in plain quotes without escapes.</summary>
    PlainString,

    /// <summary>Any other string or character.</summary>
    Literal,

    /// <summary>One other character.</summary>
    Mark,
}
