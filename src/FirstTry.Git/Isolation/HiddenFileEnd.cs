namespace FirstTry.Git.Isolation;

/// <summary>What became of a hidden file.</summary>
public enum HiddenFileEnd
{
    /// <summary>It is as its owner left it.</summary>
    Restored,

    /// <summary>It holds its owner's changes together with a fix.</summary>
    Merged,

    /// <summary>It is as its owner left it; what a check had made of the staged content is kept in the backup.</summary>
    FixDropped,

    /// <summary>Somebody else changed it meanwhile: that stays, and what was hidden is kept in the backup.</summary>
    KeptForeign,

    /// <summary>It is as its owner left it; what had taken its place, a folder, lies beside it under another name.</summary>
    MovedAside,
}
