namespace FirstTry.Graph;

/// <summary>Where the paths of a glob may lie.</summary>
public enum GlobScope
{
    /// <summary>Inside the repository: no leading <c>/</c>.</summary>
    Repository,

    /// <summary>Anywhere on the machine: a leading <c>/</c> or <c>~/</c> is allowed and stays part of the pattern.</summary>
    Machine,
}
