using FirstTry.Engine.Planning;
using FirstTry.Git;

namespace FirstTry.Cli.Composition;

/// <summary>A run before anything of it has started.</summary>
/// <param name="Worktree">Where it takes place.</param>
/// <param name="Repository">What can be asked about the repository.</param>
/// <param name="Request">What decided the plan.</param>
/// <param name="Plan">What is going to happen.</param>
internal sealed record PreparedRun(Worktree Worktree, RepositoryFacts Repository, RunRequest Request, Plan Plan)
{
    public static PreparedRun Of(Worktree worktree, RepositoryFacts repository, RunRequest request) =>
        new(worktree, repository, request, Planner.Create(request));
}
