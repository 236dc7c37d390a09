using System.Threading;
using FirstTry.Engine.Running;
using FirstTry.Engine.Running.Trees;
using FirstTry.Git;
using FirstTry.Git.Isolation;

namespace FirstTry.Cli.Composition;

/// <summary>What a run that was killed has left in a working tree: put back by the next command of any kind, before anything else.</summary>
internal static class UnfinishedRun
{
    /// <summary>Puts back what no living run hides.</summary>
    /// <exception cref="GitException">It cannot be put back; nothing is lost.</exception>
    public static void Recover(Invocation invocation, Worktree worktree)
    {
        PushedWorktree.RemoveAbandoned(worktree, GitVariables.RemoveFrom(invocation.Environment, []));
        if (Recovery.IsNeeded(worktree)
            && Recovery.Recover(worktree, invocation.Environment, FaultPoints.From(invocation.Environment)) is { } report)
        {
            TreeMessages.Tell(invocation.Say, report);
        }
    }

    /// <summary>The same, and waits for a living run until it has put back what it hides: who is about to read the files must not see its.</summary>
    /// <exception cref="GitException">It cannot be put back, or nobody is to wait.</exception>
    public static void RecoverOrWait(Invocation invocation, Worktree worktree, bool waits)
    {
        Recover(invocation, worktree);
        if (Recovery.IsNeeded(worktree))
        {
            using var tree = RunLock.Acquire(
                worktree, waits, owner => invocation.Say($"waiting for {owner}, which checks this worktree"), CancellationToken.None);
            if (!tree.IsInherited && Recovery.Recover(worktree, invocation.Environment, FaultPoints.From(invocation.Environment), tree) is { } report)
            {
                TreeMessages.Tell(invocation.Say, report);
            }
        }
    }

    /// <summary>The same where a command was started, if that is in a working tree at all; what goes wrong is said, and the command goes on.</summary>
    public static void RecoverAround(Invocation invocation)
    {
        if (Find(invocation) is not { } worktree)
        {
            return;
        }

        try
        {
            Recover(invocation, worktree);
        }
        catch (GitException exception)
        {
            invocation.Say(exception.Message);
        }
    }

    private static Worktree? Find(Invocation invocation)
    {
        try
        {
            return Worktree.Find(invocation.Directory, invocation.Environment);
        }
        catch (GitException)
        {
            return null;
        }
    }
}
