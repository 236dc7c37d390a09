namespace FirstTry.Git.Isolation.Internal;

/// <summary>How the lines of a text end.</summary>
internal enum LineEnd
{
    /// <summary>There is only one line, without an end.</summary>
    None,

    /// <summary>All in a line feed alone.</summary>
    Lf,

    /// <summary>All in a carriage return and a line feed.</summary>
    CrLf,

    /// <summary>Some in the one and some in the other.</summary>
    Mixed,
}
