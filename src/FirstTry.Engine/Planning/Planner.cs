using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Adapters;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>Makes the plan of a run; starts nothing and changes nothing.</summary>
public static class Planner
{
    /// <summary>The plan of this request.</summary>
    /// <exception cref="UsageException">The request names a check or a tag that there is not.</exception>
    public static Plan Create(RunRequest request)
    {
        var obstacles = new Dictionary<string, string>(StringComparer.Ordinal);
        var expanded = new Dictionary<string, ExpandedCheck>(StringComparer.Ordinal);
        var checks = PlanOrder.Sort(Expand(request, CheckSelection.Pick(request), obstacles, expanded), request.IsFixing);
        var planned = new List<PlannedCheck>(checks.Count);
        foreach (var check in checks)
        {
            planned.Add(PlanCheck(check, request, planned, obstacles.GetValueOrDefault(check.Name), expanded.GetValueOrDefault(check.Name)));
        }

        return new Plan
        {
            Checks = planned,
            Hook = request.Facts.Hook,
            Profile = request.Profile.Name,
            Workers = request.Workers ?? request.Profile.Workers ?? request.Graph.Workers,
            FailFast = request.FailFast ?? request.Profile.FailFast,
            MessageFile = request.MessageFile is { } file ? Path.Combine(request.WorktreeRoot, file) : null,
            Branch = request.Facts.Branch,
            IsJoining = () => request.Facts.IsMerging() || request.Facts.IsRebasing(),
        };
    }

    // One adapter that cannot be used here is the error of its check and keeps no other from its verdict.
    private static List<Check> Expand(RunRequest request, List<Check> checks, Dictionary<string, string> obstacles, Dictionary<string, ExpandedCheck> expanded)
    {
        var changes = new AdapterChanges(request.Files, request.Deleted, request.Hidden);
        for (var i = 0; i < checks.Count; i++)
        {
            if (checks[i].Uses is null || WhyUnwanted(checks[i], request) is not null)
            {
                continue;
            }

            try
            {
                // What the graph and the profile set counts for the choice as what the check sets.
                var (own, passed) = (checks[i].Env, checks[i].PassEnv);
                var seen = checks[i] with { Env = [.. MergeEnvironment(checks[i], request)], PassEnv = Present([.. request.Graph.PassEnv, .. passed], request) };
                expanded[checks[i].Name] = AdapterRecipes.Expand(seen, request.WorktreeRoot, request.Facts.Environment["PATH"], changes);
                checks[i] = expanded[checks[i].Name].Check with { Env = own, PassEnv = passed };
            }
            catch (UsageException exception)
            {
                obstacles[checks[i].Name] = exception.Message;
            }
        }

        return checks;
    }

    private static EquatableArray<string> Present(string[] names, RunRequest request) =>
        [.. Array.FindAll(names, name => request.Facts.Environment[name] is not null)];

    private static PlannedCheck PlanCheck(Check check, RunRequest request, List<PlannedCheck> earlier, string? obstacle, ExpandedCheck? expanded)
    {
        var bucket = PlanOrder.BucketOf(check, request.IsFixing);
        var command = bucket == Bucket.Mutating && check.Fix is not null ? check.Fix : check.Run;
        var selection = CheckFiles.Select(check, command, request);
        return new PlannedCheck
        {
            Check = check,
            Bucket = bucket,
            Command = command,
            KnownAs = ReferenceEquals(command, check.Run) ? expanded?.KnownAs : expanded?.FixKnownAs,
            Scope = expanded?.Scope,
            CodeSource = check.Uses is { IsCode: true } ? request.Graph.CodeSource : null,
            NothingDone = ReferenceEquals(command, check.Run) ? expanded?.NothingDone : null,
            Files = selection.Files,
            RootLength = CheckFiles.RootLengthOf(check),
            Needs = FindNeeds(check, earlier),
            NeedsOutside = FindNeedsOutside(check, earlier),
            Obstacle = obstacle,
            Env = MergeEnvironment(check, request),
            PassEnv = [.. request.Graph.PassEnv, .. check.PassEnv],
            SkipReason = WhyNot(check, command, request, selection) ?? expanded?.SkipReason,
        };
    }

    private static string? WhyNot(Check check, Command? command, RunRequest request, CheckFiles selection)
    {
        var reason = WhyUnwanted(check, request);
        if (reason is null && command is not null && request.MessageFile is null && Placeholders.WantsMessageFile(command))
        {
            reason = "only with a commit message: git gives one to commit-msg and prepare-commit-msg";
        }

        return reason ?? selection.SkipReason;
    }

    private static string? WhyUnwanted(Check check, RunRequest request) =>
        CheckSelection.WhyLeftOut(check.Name, request) ?? ConditionText.WhyNot(check, request);

    // What is needed but not part of the run neither runs nor gates: a profile, and --check, run exactly what they name.
    private static List<PlannedCheck> FindNeeds(Check check, List<PlannedCheck> earlier)
    {
        var needs = new List<PlannedCheck>(check.Needs.Count);
        foreach (var candidate in earlier)
        {
            foreach (var need in check.Needs)
            {
                if (string.Equals(candidate.Name, need.Name, StringComparison.Ordinal))
                {
                    needs.Add(candidate);
                    break;
                }
            }
        }

        return needs;
    }

    private static List<string> FindNeedsOutside(Check check, List<PlannedCheck> earlier)
    {
        var outside = new List<string>();
        foreach (var need in check.Needs)
        {
            if (!earlier.Exists(candidate => string.Equals(candidate.Name, need.Name, StringComparison.Ordinal)))
            {
                outside.Add(need.Name);
            }
        }

        return outside;
    }

    private static List<EnvironmentVariable> MergeEnvironment(Check check, RunRequest request) =>
        [.. request.Graph.Env, .. request.Profile.Env, .. check.Env];
}
