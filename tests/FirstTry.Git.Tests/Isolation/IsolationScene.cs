using System.Linq;
using FirstTry.Git.Isolation;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

/// <summary>Hides what is unstaged in a temporary repository.</summary>
internal static class IsolationScene
{
    public static IsolatedWorktree? Isolate(this TemporaryRepository repository, bool all = false, FaultPoints? faults = null)
    {
        var look = repository.Look();
        return IsolatedWorktree.Enter(new IsolationRequest
        {
            Worktree = repository.Worktree(),
            Environment = repository.Block(),
            Hidden = look.Unstaged,
            Untracked = all ? [.. look.Untracked] : [],
            Faults = faults ?? FaultPoints.None,
        });
    }

    /// <summary>What a fresh checkout of the index would hold, by git itself.</summary>
    public static string Checkout(this TemporaryRepository repository, string name)
    {
        var folder = System.IO.Path.Combine(repository.Outside, name);
        repository.Git("checkout-index", "--all", "--force", $"--prefix={folder}/");
        return folder;
    }

    public static bool IsClean(this TemporaryRepository repository) =>
        !System.IO.Directory.Exists(repository.PathOf(".git/firsttry/isolation"));

    public static string[] Backups(this TemporaryRepository repository) =>
        [.. repository.Git("for-each-ref", "--format=%(refname)", "refs/worktree").Split('\n').Where(line => line.Length > 0)];
}
