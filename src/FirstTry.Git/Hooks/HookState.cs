namespace FirstTry.Git.Hooks;

/// <summary>What lies at the place of a hook.</summary>
public enum HookState
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>Our script as it was written.</summary>
    Ours,

    /// <summary>Our script, changed by somebody since.</summary>
    Edited,

    /// <summary>Something that is not ours: a script, a link, a directory.</summary>
    Foreign,
}
