using System;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Running;
using FirstTry.Engine.Running.Trees;
using FirstTry.Engine.Store;
using FirstTry.Git;
using FirstTry.Git.Isolation;
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
        FindUnstaged = () => WorktreeLook.Start(worktree, invocation.Environment, invocation.Processors).Wait().Unstaged,
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
        var mode = options.Cache ?? Variables.Cache(invocation.Environment) ?? CacheMode.ReadWrite;
        var started = TimeProvider.System.GetUtcNow();
        var result = Run(invocation, run, context, tree with { Waits = options.Waits }, options);
        RunRecord.Append(run, result, mode, started);
        return result.ExitCode;
    }

    private static RunResult Run(Invocation invocation, PreparedRun run, RunContext context, TreeSettings tree, RunOptions options)
    {
        // Before anything is hidden: from here on a signal puts it back.
        using var interruption = Interruption.Listen();
        var session = new TreeSession(tree with { Cancellation = interruption.Token });
        ProcessTree.Adopt();
        try
        {
            return Runner.Run(run.Plan, In(session, context), Listener(invocation, options), interruption.Token);
        }
        finally
        {
            ProcessTree.Release();
        }
    }

    private static RunContext In(TreeSession session, RunContext context) => context with
    {
        Tree = session,
        Commit = context.Commit is { } commit ? commit with { FindUnstaged = () => session.FindEdited(commit.Staged) } : null,
    };

    private static IRunListener Listener(Invocation invocation, RunOptions options) => options.Format switch
    {
        ReportFormat.Json => new JsonReport(invocation.Output),
        ReportFormat.JsonLines => new JsonLinesReport(invocation.Output),
        _ => new TextReport(invocation.Output, Colors.Choose(invocation, options.Color), options.Verbosity),
    };
}
