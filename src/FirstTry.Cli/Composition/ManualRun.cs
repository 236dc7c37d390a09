using FirstTry.Cli.Native;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Git;
using FirstTry.Git.Isolation;

namespace FirstTry.Cli.Composition;

/// <summary>A run that a person started.</summary>
internal static class ManualRun
{
    /// <summary>Runs the checks and returns the exit code.</summary>
    public static int Execute(Invocation invocation, RunOptions options)
    {
        var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
        UnfinishedRun.RecoverOrWait(invocation, worktree, options.Waits);
        var tree = RunSession.Tree(invocation, worktree) with { Undisturbed = UndisturbedTree.Begin(worktree) };
        invocation = Handover.Settle(invocation, worktree);
        if (Prepare(invocation, worktree, options) is not { } run)
        {
            return ExitCode.Usage;
        }

        if (run.Plan.Checks.Count == 0)
        {
            invocation.WriteError(run.Request.Graph.Checks.Count == 0
                ? "firsttry: nothing is checked: the config has no checks. Add one below 'checks', or let 'firsttry init --force' write a config."
                : "firsttry: nothing is checked: there are no checks in this profile. Add them with 'checks: [NAME]'.");
        }

        return RunSession.Execute(invocation, run, ContextOf(invocation, worktree, options), tree, options);
    }

    private static RunContext ContextOf(Invocation invocation, Worktree worktree, RunOptions options) => RunSession.Context(invocation, worktree) with
    {
        Review = options.IsCi ? new FixReview(worktree, invocation.Environment) : null,
    };

    /// <summary>Such a run with its plan; null when the config has errors, which are printed.</summary>
    public static PreparedRun? Prepare(Invocation invocation, Worktree worktree, RunOptions options)
    {
        if (GraphSource.Load(invocation, worktree) is not { } graph)
        {
            return null;
        }

        var target = RunTarget.Resolve(graph, options.Target);
        var changes = ChangeSource.Read(invocation, worktree, options, target.Profile);
        Notices.PrintAbsent(invocation, changes);
        var facts = new RepositoryFacts(worktree, invocation.Environment);
        return PreparedRun.Of(worktree, facts, new RunRequest
        {
            Graph = graph,
            Profile = target.Profile,
            IsProfileNamed = target.IsNamed,
            WorktreeRoot = worktree.Root,
            Facts = Facts.Of(invocation, facts, target.Hook),
            Files = changes.Files,
            Deleted = changes.Deleted,
            Checks = options.Checks,
            Tags = options.Tags,
            Skip = options.Skip,
            SkipByEnvironment = Variables.Skip(invocation.Environment),
            Workers = options.Workers ?? Variables.Workers(invocation.Environment),
            FailFast = options.FailFast,
            IsFixing = options.IsFixing,
        });
    }
}
