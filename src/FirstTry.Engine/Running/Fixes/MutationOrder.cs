using System;
using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Running.Fixes;

/// <summary>
/// Which mutating checks have to wait for which: for every earlier one that writes what they read or write, or reads what they write. Only where
/// that is ruled out they run beside each other; whatever is not known rules nothing out.
/// </summary>
internal sealed class MutationOrder(RunContext context)
{
    // Every one is compared with every other.
    private const int MostCompared = 32;
    private OddPaths? _oddPaths;

    /// <summary>Tells each mutating check of a run whom it follows.</summary>
    internal void Apply(CheckRun[] runs, int workers)
    {
        var isCompared = workers > 1 && CountOf(runs) <= MostCompared;
        var earlier = new List<(CheckRun Run, MutationScope Scope)>();
        foreach (var run in runs)
        {
            if (!IsMutating(run))
            {
                continue;
            }

            var scope = new MutationScope(run.Planned);
            foreach (var (other, otherScope) in earlier)
            {
                if (!isCompared || MayMeet(otherScope, scope))
                {
                    run.Follows.Add(other);
                }
            }

            earlier.Add((run, scope));
        }
    }

    private static int CountOf(CheckRun[] runs)
    {
        var count = 0;
        foreach (var run in runs)
        {
            count += IsMutating(run) ? 1 : 0;
        }

        return count;
    }

    private static bool IsMutating(CheckRun run) => run.Planned.Bucket == Bucket.Mutating && run.Planned.IsRunnable;

    private bool MayMeet(MutationScope left, MutationScope right) =>
        !IsKnown(left) || !IsKnown(right) || Touches(left, right) || Touches(right, left) || MayLeadElsewhere(left) || MayLeadElsewhere(right);

    // Without 'files' and 'inputs' it reads everything; what lies outside of the repository has no order among its paths. File names that differ
    // in case only are one file elsewhere.
    private static bool IsKnown(MutationScope scope)
    {
        var check = scope.Check.Check;
        return OperatingSystem.IsLinux() && scope.IsDeclared && check.ExtraInputs is null && (scope.Handed is not null || check.Files is not null || check.Inputs is not null);
    }

    private bool Touches(MutationScope writer, MutationScope other)
    {
        foreach (var file in writer.Handed ?? [])
        {
            if (other.Includes(file) || other.IsIn(other.Check.Check.Inputs, file))
            {
                return true;
            }
        }

        foreach (var written in writer.Globs)
        {
            if (Touches(writer, written, other))
            {
                return true;
            }
        }

        return false;
    }

    private bool Touches(MutationScope writer, GlobSet written, MutationScope other)
    {
        foreach (var file in other.Handed ?? [])
        {
            if (writer.IsIn(written, file))
            {
                return true;
            }
        }

        foreach (var globs in other.Globs)
        {
            if (MayMeet(writer, written, other, globs))
            {
                return true;
            }
        }

        return other.Check.Check.Inputs is { } inputs && MayMeet(writer, written, other, inputs);
    }

    private bool MayMeet(MutationScope writer, GlobSet written, MutationScope other, GlobSet touched) =>
        LookForOddPaths() is not { HaveWildcards: false } || written.MayMeet(writer.Folder, touched, other.Folder);

    private OddPaths? LookForOddPaths() => _oddPaths ??= context.FindOddPaths?.Invoke();

    // Who writes through a link writes a file of another name.
    private bool MayLeadElsewhere(MutationScope scope)
    {
        if (LookForOddPaths() is not { } odd)
        {
            return true;
        }

        foreach (var link in odd.Links)
        {
            if (scope.Includes(link) || scope.IsIn(scope.Check.Check.Inputs, link))
            {
                return true;
            }
        }

        foreach (var file in scope.Handed ?? [])
        {
            if (WorktreeFiles.KindOf(context.WorktreeRoot, file) == FileKind.Symlink)
            {
                return true;
            }
        }

        return false;
    }
}
