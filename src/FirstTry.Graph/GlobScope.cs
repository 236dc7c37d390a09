namespace FirstTry.Graph;

/// <summary>What a glob is compared with.</summary>
public enum GlobScope
{
    /// <summary>Paths inside the repository: no leading <c>/</c>.</summary>
    Repository,

    /// <summary>Paths anywhere on the machine: a leading <c>/</c> or <c>~/</c> is allowed and stays part of the pattern.</summary>
    Machine,

    /// <summary>Names of branches and refs: these have no depth and nothing below them, so that <c>main</c> is not <c>feature/main</c>.</summary>
    Name,
}
