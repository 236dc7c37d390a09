using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>Decides whether a condition holds.</summary>
internal static class Conditions
{
    /// <summary>The first condition of the list that holds; null when none does.</summary>
    internal static Condition? FirstThatHolds(EquatableArray<Condition> conditions, RunRequest request)
    {
        foreach (var condition in conditions)
        {
            if (Holds(condition, request))
            {
                return condition;
            }
        }

        return null;
    }

    // What is cheap comes first: asking for the branch reads the repository.
    private static bool Holds(Condition condition, RunRequest request)
    {
        var facts = request.Facts;
        return (condition.Os.IsEmpty || Contains(condition.Os, facts.Os))
            && (condition.Hook.IsEmpty || (facts.Hook is { } hook && Contains(condition.Hook, hook)))
            && (condition.Ci is not { } ci || ci == facts.IsCi)
            && AllHold(condition.Env, facts)
            && (condition.Merge is not { } merge || merge == facts.IsMerging())
            && (condition.Rebase is not { } rebase || rebase == facts.IsRebasing())
            && (condition.Branch is null || Matches(condition.Branch, facts.Branch()))
            && (condition.Ref is null || Matches(condition.Ref, facts.Ref()) || MatchesAny(condition.Ref, facts.PushedRefs))
            && (condition.Paths is null || AnyChanged(condition.Paths, request.Files) || AnyChanged(condition.Paths, request.Deleted));
    }

    private static bool AllHold(EquatableArray<EnvironmentRequirement> requirements, RunFacts facts)
    {
        foreach (var requirement in requirements)
        {
            var value = facts.Environment[requirement.Name];
            var holds = requirement.Value is null ? !string.IsNullOrEmpty(value) : string.Equals(value, requirement.Value, StringComparison.Ordinal);
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(EquatableArray<string> names, string name)
    {
        foreach (var candidate in names)
        {
            if (string.Equals(candidate, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(GlobSet globs, string? name) => name is not null && globs.IsMatch(RepoPath.FromText(name));

    private static bool MatchesAny(GlobSet globs, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (Matches(globs, names[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyChanged(GlobSet globs, IReadOnlyList<RepoPath> paths)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            if (globs.IsMatch(paths[i]))
            {
                return true;
            }
        }

        return false;
    }
}
