using System;
using System.Collections.Generic;
using FirstTry.Engine.Running;
using FirstTry.Engine.Running.Trees;
using FirstTry.Engine.Store;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Composition;

/// <summary>
/// What is pushed is what is checked: the commit that is checked out in its own working tree, with everything hidden that is not in it; any
/// other one in a worktree of its own.
/// </summary>
internal sealed class PushRun(Invocation invocation, Worktree worktree, CheckGraph graph, Hook configured, HookCall call, RunOptions options)
{
    private readonly EnvironmentBlock _plain = GitVariables.RemoveFrom(invocation.Environment, []);

    /// <summary>Checks each pushed commit and returns the worst exit code; stops when somebody interrupts.</summary>
    public int Execute()
    {
        var reader = new ChangeReader(worktree, invocation.Environment);
        var groups = Groups(reader);
        var head = groups.Count == 0 ? null : reader.CommitOrNull("HEAD");
        var worst = ExitCode.Passed;
        foreach (var (commit, refs) in groups)
        {
            var exitCode = commit is null || commit == head ? CheckHere(commit, refs) : CheckElsewhere(commit, refs);
            worst = worst is ExitCode.Passed || exitCode > worst ? exitCode : worst;
            if (exitCode == ExitCode.Interrupted)
            {
                break;
            }
        }

        return worst;
    }

    // Refs by the commit that they bring, in git's order. What brings none, such as a tag of a file, is left to the one who lists what is added.
    private List<(string? Commit, List<PushedRef> Refs)> Groups(ChangeReader reader)
    {
        var groups = new List<(string? Commit, List<PushedRef> Refs)>();
        foreach (var pushed in call.Pushed)
        {
            var commit = pushed.IsDeletion ? null : reader.CommitOrNull(pushed.LocalId);
            if (pushed.IsDeletion)
            {
                continue;
            }

            var group = groups.Find(candidate => candidate.Commit == commit);
            if (group.Refs is null)
            {
                group = (commit, []);
                groups.Add(group);
            }

            group.Refs.Add(pushed);
        }

        if (groups.Count == 0)
        {
            groups.Add((null, []));
        }

        return groups;
    }

    private int CheckHere(string? commit, List<PushedRef> refs)
    {
        var reader = new ChangeReader(worktree, invocation.Environment);
        var undisturbed = UndisturbedTree.Begin(worktree);
        var look = WorktreeLook.Start(worktree, invocation.Environment, invocation.Processors);
        var staged = commit is null ? ChangeSet.Empty(FileSelection.Staged) : reader.Staged();
        var tree = RunSession.Tree(invocation, worktree) with
        {
            Look = commit is null ? null : look,
            Undisturbed = undisturbed,
            Commit = commit,
            Staged = [.. staged.Files, .. staged.Deleted],
            HidesUntracked = configured.Profile.Isolate == Isolation.All,
        };

        // Fingerprints know of what is staged, not of what lies under it: nothing that differs from the commit may stand in for it.
        var mode = staged.Files.Count + staged.Deleted.Count > 0 ? CacheMode.Off : options.Cache;
        var outgoing = commit is null ? [] : OutgoingConfig.Differing(invocation, worktree, commit, [.. look.Wait().Unstaged, .. tree.Staged]);
        return outgoing.Count == 0
            ? Check(invocation, worktree, refs, tree, options with { Cache = mode })
            : Check(outgoing, other => other.Check(invocation, worktree, refs, tree, options with { Cache = mode }));
    }

    // By the config of the commit itself; one that has none is checked by the one that lies here.
    private int Check(Dictionary<string, byte[]?> outgoing, Func<PushRun, int> check) =>
        GraphSource.Load(invocation, worktree, outgoing) is not { } other ? ExitCode.Usage
        : other.FindHook(call.Hook) is not { } hook ? HookRun.SayAbsent(invocation, call.Hook)
        : check(new PushRun(invocation, worktree, other, hook, call, options));

    private int CheckElsewhere(string commit, List<PushedRef> refs)
    {
        // From here on a signal removes the worktree again.
        using var interruption = Interruption.Listen();
        using var pushed = PushedWorktree.Create(worktree, _plain, commit);
        invocation.Say($"{refs[0].LocalRef} is not checked out: its commit {commit[..12]} is checked in a worktree of its own.");
        var elsewhere = invocation with { Directory = pushed.Worktree.Root, Environment = _plain };
        var tree = RunSession.Tree(elsewhere, pushed.Worktree);
        return OutgoingConfig.Of(pushed.Worktree, worktree) is { } outgoing
            ? Check(outgoing, other => other.Check(elsewhere, pushed.Worktree, refs, tree, options))
            : Check(elsewhere, pushed.Worktree, refs, tree, options);
    }

    private int Check(Invocation there, Worktree tree, List<PushedRef> refs, TreeSettings settings, RunOptions how)
    {
        var reader = new ChangeReader(tree, there.Environment);
        var part = call with { Pushed = refs };
        var found = configured.Profile.Files is { } selection ? HookChanges.Selected(reader, selection, part) : HookChanges.Default(reader, part);
        var changes = settings.Look is null ? found : WithHidden(found, settings);
        var run = HookRun.Prepare(there, tree, reader.Facts, graph, configured, part, changes, () => [.. settings.Look?.Wait().Unstaged ?? [], .. settings.Staged]);
        var context = RunSession.Context(there, tree) with { Hook = call.Hook, HookInput = call.Input };
        var exitCode = RunSession.Execute(there, run, context, settings, how);
        Notices.PrintAbsent(invocation, changes);
        return exitCode;
    }

    // What the commit has and the owner has removed since will be there when it is checked.
    private static ChangeSet WithHidden(ChangeSet changes, TreeSettings settings)
    {
        if (changes.Absent.Count == 0)
        {
            return changes;
        }

        var hidden = new HashSet<RepoPath>(settings.Look!.Wait().Unstaged);
        hidden.UnionWith(settings.Staged);
        var (files, absent) = (new SortedSet<RepoPath>(changes.Files), new List<RepoPath>());
        foreach (var path in changes.Absent)
        {
            if (!hidden.Contains(path))
            {
                absent.Add(path);
            }
            else
            {
                files.Add(path);
            }
        }

        return changes with { Files = [.. files], Absent = absent };
    }
}
