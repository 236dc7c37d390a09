namespace FirstTry.Git.Isolation;

/// <summary>What the index in use has for a path.</summary>
public enum StagedState
{
    /// <summary>A file or a link.</summary>
    Present,

    /// <summary>Nothing: the path is not tracked, its deletion is staged, or it is only announced (<c>git add --intent-to-add</c>).</summary>
    Absent,

    /// <summary>A conflict: there is no one content.</summary>
    Unmerged,

    /// <summary>A commit of another repository.</summary>
    Submodule,
}
