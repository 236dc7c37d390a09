namespace FirstTry.Graph;

/// <summary>Which files a run looks at.</summary>
public enum FileSelection
{
    /// <summary>What is in the index and differs from HEAD.</summary>
    Staged,

    /// <summary>What differs from HEAD, untracked files included.</summary>
    Changed,

    /// <summary>What the pushed commits add over the remote.</summary>
    Pushed,

    /// <summary>Every tracked and every untracked file that is not ignored.</summary>
    All,
}
