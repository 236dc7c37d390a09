namespace FirstTry.Cli.Init.Import;

/// <summary>What became of a part of somebody else's config.</summary>
internal enum ImportOutcome
{
    /// <summary>It does the same.</summary>
    Mapped,

    /// <summary>It does nearly the same; the note says what differs.</summary>
    Approximated,

    /// <summary>It has no place here; the note says why.</summary>
    LeftOut,
}
