namespace FirstTry.Cli.Composition;

/// <summary>Where the files of a run come from.</summary>
internal enum RunFiles
{
    /// <summary>The profile says, or what started the run.</summary>
    ByProfile,

    /// <summary><c>--all-files</c></summary>
    All,

    /// <summary><c>--staged</c></summary>
    Staged,

    /// <summary><c>--files</c> and <c>--files-from</c></summary>
    Given,

    /// <summary><c>--from</c> and <c>--to</c></summary>
    Between,

    /// <summary><c>--last-commit</c></summary>
    LastCommit,
}
