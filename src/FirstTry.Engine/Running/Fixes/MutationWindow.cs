using System.Collections.Generic;
using System.Threading;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Fixes;

/// <summary>
/// The time from the start of a mutating check until neither it nor any that began meanwhile runs. What changes in it is a check's own where it
/// says that it writes that; else nobody can tell who did it: one of them, or an editor.
/// </summary>
internal sealed class MutationWindow(RunContext context, FixPolicy fixes, TreeVisit tree)
{
    private readonly Lock _gate = new();
    private readonly List<CheckRun> _members = [];
    private ContentSnapshot? _before;

    /// <summary>Called before anything of a mutating check starts; others may run already, and write nothing of this one's.</summary>
    internal void Join(CheckRun run)
    {
        lock (_gate)
        {
            var scope = new MutationScope(run.Planned);
            fixes.Prepare(_members.Count == 0 ? null : scope);
            tree.BeforeFixes(run.Planned.Check.Outputs is null ? scope.Handed : null);
            if (_before is null && run.Planned.Command is not null && context.FindUnstaged is { } findUnstaged)
            {
                _before = ContentSnapshot.Take(context.WorktreeRoot, findUnstaged(), isWholeKept: context.Review is not null);
            }

            run.Watch = MutationWatch.Start(scope, context);
            _members.Add(run);
        }
    }

    /// <summary>Called when the last process of a member has ended; others may still run.</summary>
    internal void End(CheckRun run) => run.Watch?.End(_before);

    /// <summary>Called when no member runs any more: says what each of them has changed, and begins anew.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            var uncertain = FindChangedByNobody();
            foreach (var run in _members)
            {
                var own = OwnOf(run, uncertain);
                run.Mutation = new Mutation { Changed = own, Left = run.Watch!.Left };
            }

            foreach (var run in _members)
            {
                foreach (var path in uncertain)
                {
                    run.Watch!.Left.Remove(path);
                }

                run.Mutation = run.Mutation! with { Uncertain = [.. uncertain] };
                run.Companions = _members.ConvertAll(static member => member.Planned.Name);
                run.Before = _before;
            }

            _members.Clear();
            _before = null;
        }
    }

    // What a built-in check does is known; a command is taken at its word. What differs from what it left has been written since.
    private List<RepoPath> OwnOf(CheckRun run, SortedSet<RepoPath> uncertain)
    {
        var watch = run.Watch!;
        var own = new List<RepoPath>();
        foreach (var path in watch.Changed)
        {
            // Where the scope is another's, that one has seen it when it ended.
            if (_members.Exists(other => other != run && other.Watch!.Scope.Includes(path)))
            {
                continue;
            }

            var isOwn = run.Planned.Builtin is null ? watch.Scope.Includes(path) : IsMended(run, path);
            if (isOwn && watch.Left[path] == WorktreeFiles.StatOf(context.WorktreeRoot, path))
            {
                own.Add(path);
            }
            else
            {
                uncertain.Add(path);
            }
        }

        return own;
    }

    private static bool IsMended(CheckRun run, RepoPath path)
    {
        foreach (var outcome in run.Outcomes)
        {
            if (outcome is not null && Contains(outcome.ChangedFiles, path))
            {
                return true;
            }
        }

        return false;
    }

    private SortedSet<RepoPath> FindChangedByNobody()
    {
        var changed = new SortedSet<RepoPath>();
        if (_before is null)
        {
            return changed;
        }

        changed.UnionWith(_before.FindChanged([]));
        foreach (var path in _members is [{ Watch.UnstagedAfter: { } seen }] ? seen : context.FindUnstaged!())
        {
            if (!_before.Includes(path))
            {
                changed.Add(path);
            }
        }

        // What a check saw of its own files when it ended is its own to answer for; what it did not see has been written since.
        changed.RemoveWhere(path => _members.Exists(run => run.Watch!.Scope.Includes(path) && run.Watch.Changed.Contains(path)));
        return changed;
    }

    private static bool Contains(IReadOnlyList<RepoPath> paths, RepoPath path)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            if (paths[i] == path)
            {
                return true;
            }
        }

        return false;
    }
}
