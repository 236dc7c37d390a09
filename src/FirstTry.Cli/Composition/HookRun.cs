using System;
using System.Collections.Generic;
using FirstTry.Cli.Native;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Engine.Running.Trees;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>A run that git started. On the way of a commit git is asked once, and works while the config is read.</summary>
internal static class HookRun
{
    public static int Execute(Invocation invocation, string hook, string[] arguments, RunOptions options)
    {
        var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
        UnfinishedRun.RecoverOrWait(invocation, worktree, options.Waits);
        invocation = Handover.Settle(invocation, worktree);
        if (ConfigFiles.Find(worktree.Root) is null)
        {
            // A branch from before the config: there is nothing to check.
            return ExitCode.Passed;
        }

        var undisturbed = UndisturbedTree.Begin(worktree);
        var isCommit = hook is "pre-commit" or "pre-merge-commit";
        var reader = new ChangeReader(worktree, invocation.Environment);

        // The look first: whoever starts a process stands still until it runs.
        var look = isCommit ? WorktreeLook.Start(worktree, invocation.Environment, invocation.Processors) : null;
        using var staged = look is null ? null : reader.StartStaged(look);

        // Most often the config is as it goes out, which its own few files tell: the rest of the look need not be waited for.
        var outgoing = look is null || look.AreAsInIndex(ConfigFiles.Names) ? [] : OutgoingConfig.Differing(invocation, worktree, commit: "", look.Wait().Unstaged);
        if (Load(invocation, worktree, outgoing, look) is not { } graph)
        {
            return ExitCode.Usage;
        }

        if (graph.FindHook(hook) is not { } configured)
        {
            return SayAbsent(invocation, hook);
        }

        var call = HookCall.Read(invocation, hook, arguments);
        if (hook == "pre-push" && configured.Profile.Isolate != Isolation.None)
        {
            return new PushRun(invocation, worktree, graph, configured, call, options).Execute();
        }

        var changes = configured.Profile.Files is { } selection
            ? HookChanges.Selected(reader, selection, call)
            : staged?.Wait() ?? HookChanges.Default(reader, call);
        var run = Prepare(invocation, worktree, reader.Facts, graph, configured, call, changes, () => look?.Wait().Unstaged ?? []);
        var context = RunSession.Context(invocation, worktree) with
        {
            Hook = hook,
            HookInput = call.Input,

            // Before it asks pre-merge-commit, git has written the tree that it is going to commit: what is staged now would be left over.
            Commit = hook == "pre-commit" ? CommitOf(invocation, worktree, staged!, changes) : null,
        };
        var exitCode = RunSession.Execute(invocation, run, context, TreeOf(invocation, worktree, configured, look) with { Undisturbed = undisturbed }, options);
        Notices.PrintAbsent(invocation, changes);
        return exitCode;
    }

    private static CheckGraph? Load(Invocation invocation, Worktree worktree, Dictionary<string, byte[]?> outgoing, WorktreeLook? look)
    {
        if (outgoing.Count == 0 && GraphSource.Load(invocation, worktree) is var graph)
        {
            // Checks written in C# count as they go out, too; few configs have any.
            outgoing = graph is not null && graph.UsesCode() && look is not null ? OutgoingConfig.Differing(invocation, worktree, commit: "", look.Wait().Unstaged) : outgoing;
            return outgoing.Count == 0 ? graph : GraphSource.Load(invocation, worktree, outgoing);
        }

        return GraphSource.Load(invocation, worktree, outgoing);
    }

    /// <summary>A hook that stayed behind when the config changed: nobody should take its silence for a pass.</summary>
    public static int SayAbsent(Invocation invocation, string hook)
    {
        invocation.WriteError($"firsttry: the config has no hook '{hook}': nothing is checked. Add it below 'hooks', or take it out of git with 'firsttry uninstall' and 'firsttry install'.");
        return ExitCode.Passed;
    }

    /// <summary>Plans what a hook runs.</summary>
    /// <param name="hidden">Gives the files that hold something else while checks run than they do now.</param>
    public static PreparedRun Prepare(
        Invocation invocation,
        Worktree worktree,
        RepositoryFacts facts,
        CheckGraph graph,
        Hook configured,
        HookCall call,
        ChangeSet changes,
        Func<IReadOnlyList<RepoPath>> hidden) =>
        PreparedRun.Of(worktree, facts, new RunRequest
        {
            Graph = graph,
            Profile = configured.Profile,
            IsProfileNamed = true,
            WorktreeRoot = worktree.Root,
            Facts = Facts.Of(invocation, facts, call.Hook) with { PushedRefs = call.PushedRefNames() },
            Files = changes.Files,
            Deleted = changes.Deleted,
            Hidden = hidden,
            MessageFile = call.MessageFile,
            SkipByEnvironment = Variables.Skip(invocation.Environment),
            Workers = Variables.Workers(invocation.Environment),
        });

    private static TreeSettings TreeOf(Invocation invocation, Worktree worktree, Hook hook, WorktreeLook? look) =>
        RunSession.Tree(invocation, worktree) with
        {
            Look = hook.Profile.Isolate == Isolation.None ? null : look,
            HidesUntracked = hook.Profile.Isolate == Isolation.All,
            TellsNewFiles = hook.Name == "pre-commit",
        };

    private static CommitInProgress CommitOf(Invocation invocation, Worktree worktree, PendingChangeSet staged, ChangeSet changes) => new()
    {
        Staged = changes.Selection == FileSelection.Staged ? changes.Files : staged.Wait().Files,
        Stage = paths => FaultPoints.From(invocation.Environment).Step("stage", () => Staging.Add(worktree, invocation.Environment, paths)),
    };
}
