namespace FirstTry.Git.Hooks;

/// <summary>What became of one hook.</summary>
public enum HookChange
{
    /// <summary>Our script is there now and was not before.</summary>
    Installed,

    /// <summary>Our script was there and has been written anew.</summary>
    Updated,

    /// <summary>The very bytes were there already.</summary>
    Unchanged,

    /// <summary>Our script is gone, and the hook that was there before is back.</summary>
    Restored,

    /// <summary>Our script is gone, and nothing had been there before.</summary>
    Removed,
}
