namespace FirstTry.Graph;

/// <summary>What is hidden from the checks of a pre-commit run.</summary>
public enum Isolation
{
    /// <summary>Unstaged changes of tracked files.</summary>
    Tracked,

    /// <summary>Unstaged changes and untracked files.</summary>
    All,

    /// <summary>Nothing.</summary>
    None,
}
