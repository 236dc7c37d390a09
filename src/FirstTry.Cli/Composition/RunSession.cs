using System;
using System.Collections.Generic;
using FirstTry.Cli.Screens.Live;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Running;
using FirstTry.Engine.Running.Trees;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Composition;

/// <summary>Runs a plan: signals, reports and the exit code around the engine.</summary>
internal static class RunSession
{
    /// <summary>The world as this program sees it; the caller adds what only a hook knows.</summary>
    public static RunContext Context(Invocation invocation, Worktree worktree) => new()
    {
        WorktreeRoot = worktree.Root,
        Environment = invocation.Environment,
        Cores = invocation.Processors,
        Code = invocation.Code,
        ExpectedDuration = new ExpectedTimes(worktree).Of,
        FindUnstaged = () => WorktreeLook.Start(worktree, invocation.Environment, invocation.Processors).Wait().Unstaged,
        FindOddPaths = () => WorktreeLook.Start(worktree, invocation.Environment, invocation.Processors).Wait().Tracked.FindOddPaths(),
    };

    /// <summary>How a run stays in a working tree where it hides nothing.</summary>
    public static TreeSettings Tree(Invocation invocation, Worktree worktree) => new()
    {
        Worktree = worktree,
        Environment = invocation.Environment,
        Say = invocation.Say,
        LookAgain = () => WorktreeLook.Start(worktree, invocation.Environment, invocation.Processors),
        Faults = FaultPoints.From(invocation.Environment),
    };

    /// <summary>Runs everything and returns the exit code.</summary>
    public static int Execute(Invocation invocation, PreparedRun run, RunContext context, TreeSettings tree, RunOptions options)
    {
        var mode = RunMemory.ModeOf(invocation, options);
        using var interruption = new Interruption();
        tree = tree with { Starting = interruption.Begin, Cancellation = interruption.Token };
        var isExplained = options.Format != ReportFormat.Text || options.Verbosity == Verbosity.Verbose;
        var memory = RunMemory.Open(invocation, run, mode, context.HookInput, tree, isExplained);
        var exports = Exports.Prepare(invocation, options.Exports, context.WorktreeRoot);

        // Read while others look at the files; later it would be waited for.
        var commit = run.Repository.Commit();
        var started = TimeProvider.System.GetUtcNow();
        var result = Run(invocation, run, context with { Memory = memory?.Results }, tree with { Waits = options.Waits, Seen = memory is null ? tree.Seen : memory.Seen }, options);

        // What is left can be cut short at any time.
        interruption.End();
        memory?.Finish();
        RunRecord.Append(run, commit, result, mode, started);
        return exports.Write(result);
    }

    private static RunResult Run(Invocation invocation, PreparedRun run, RunContext context, TreeSettings tree, RunOptions options)
    {
        var listener = Listeners.Choose(invocation, context, options);
        using var view = listener as LiveReport;

        if (view is not null)
        {
            // The screen is to be left clean.
            tree.Starting();
        }

        var session = new TreeSession(tree with
        {
            Say = view is null ? tree.Say : line => view.Beside(() => tree.Say(line)),
        });
        ProcessTree.Adopt();
        try
        {
            return Runner.Run(run.Plan, In(session, context), listener, tree.Cancellation);
        }
        finally
        {
            ProcessTree.Release();
        }
    }

    private static RunContext In(TreeSession session, RunContext context) => context with
    {
        Tree = session,
        Commit = context.Commit is { } commit
            ? commit with { FindUnstaged = session.FindEdited, Stage = paths => Stage(session, commit, paths) }
            : null,
    };

    private static void Stage(TreeSession session, CommitInProgress commit, IReadOnlyList<RepoPath> paths)
    {
        try
        {
            commit.Stage(paths);
        }
        catch (GitException)
        {
            session.FixesAreNotStaged(paths);
            throw;
        }
    }
}
