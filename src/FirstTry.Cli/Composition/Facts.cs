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
        IsMerging = () => repository.IsMerging,
        IsRebasing = () => repository.IsRebasing,
    };
}
