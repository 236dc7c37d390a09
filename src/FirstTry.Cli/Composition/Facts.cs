using FirstTry.Engine.Planning;
using FirstTry.Git;

namespace FirstTry.Cli.Composition;

/// <summary>Joins what conditions ask about: the repository is looked at only when one does.</summary>
internal static class Facts
{
    public static RunFacts Of(Invocation invocation, RepositoryFacts repository, string? hook) => new()
    {
        Environment = invocation.Environment,
        Hook = hook,
        Branch = () => repository.Branch,
        Ref = () => repository.Ref,
        // git writes MERGE_HEAD of a merge without conflicts only after this hook.
        IsMerging = () => hook == "pre-merge-commit" || repository.IsMerging,
        IsRebasing = () => repository.IsRebasing,
    };
}
