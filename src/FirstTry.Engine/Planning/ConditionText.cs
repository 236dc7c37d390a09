using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>Says in words why the conditions of a check keep it from running.</summary>
internal static class ConditionText
{
    /// <summary>"only on branch main" or "not during a merge"; null when the conditions let the check run.</summary>
    internal static string? WhyNot(Check check, RunRequest request)
    {
        if (Conditions.FirstThatHolds(check.Skip, request) is { } reason)
        {
            return "not " + Describe(reason);
        }

        if (check.Only.IsEmpty || Conditions.FirstThatHolds(check.Only, request) is not null)
        {
            return null;
        }

        var choices = new List<string>(check.Only.Count);
        foreach (var condition in check.Only)
        {
            choices.Add(Describe(condition));
        }

        return "only " + string.Join(", or ", choices);
    }

    private static string Describe(Condition condition)
    {
        var parts = new List<string>();
        AddList(parts, "on ", condition.Os);
        AddGlobs(parts, "on branch ", condition.Branch);
        AddGlobs(parts, "on ref ", condition.Ref);
        AddFlag(parts, condition.Merge, "during a merge", "outside of a merge");
        AddFlag(parts, condition.Rebase, "during a rebase", "outside of a rebase");
        AddFlag(parts, condition.Ci, "in CI", "outside of CI");
        foreach (var variable in condition.Env)
        {
            parts.Add(variable.Value is null ? $"when {variable.Name} is set" : $"when {variable.Name} is '{variable.Value}'");
        }

        AddList(parts, "in hook ", condition.Hook);
        AddGlobs(parts, "with changes in ", condition.Paths);
        return parts.Count == 0 ? "always" : string.Join(" and ", parts);
    }

    private static void AddFlag(List<string> parts, bool? flag, string yes, string no)
    {
        if (flag is { } value)
        {
            parts.Add(value ? yes : no);
        }
    }

    private static void AddList(List<string> parts, string prefix, EquatableArray<string> names)
    {
        if (!names.IsEmpty)
        {
            parts.Add(prefix + string.Join(" or ", names));
        }
    }

    private static void AddGlobs(List<string> parts, string prefix, GlobSet? globs)
    {
        if (globs is null)
        {
            return;
        }

        var patterns = new List<string>();
        foreach (var glob in globs.Including)
        {
            patterns.Add(glob.Pattern);
        }

        var text = string.Join(" or ", patterns);
        foreach (var glob in globs.Excluding)
        {
            text += (text.Length == 0 ? "not " : " but not ") + glob.Pattern;
        }

        parts.Add(prefix + text);
    }
}
