namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>What is known of a file's digest.</summary>
internal enum DigestState : byte
{
    /// <summary>Nothing: the file has to be read.</summary>
    Unknown,

    /// <summary>It was read in this run, but so soon after a change that another one would leave no trace.</summary>
    Young,

    /// <summary>As long as the file's stat is the same, so is its content.</summary>
    Settled,

    /// <summary>It is not the digest of a file's bytes.</summary>
    Fixed,

    /// <summary>The file cannot be read.</summary>
    Unreadable,
}
