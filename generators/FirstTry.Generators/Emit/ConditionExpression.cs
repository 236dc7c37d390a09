using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Generators.Emit;

/// <summary>C# expressions for the entries of <c>skip</c> and <c>only</c>.</summary>
internal static class ConditionExpression
{
    public static string Of(Condition condition)
    {
        var given = new List<string>();
        AddTexts(given, nameof(condition.Os), condition.Os);
        AddGlobs(given, nameof(condition.Branch), condition.Branch);
        AddGlobs(given, nameof(condition.Ref), condition.Ref);
        AddFlag(given, nameof(condition.Merge), condition.Merge);
        AddFlag(given, nameof(condition.Rebase), condition.Rebase);
        AddFlag(given, nameof(condition.Ci), condition.Ci);
        if (!condition.Env.IsEmpty)
        {
            given.Add($"{nameof(condition.Env)} = {Expressions.Array(condition.Env, Requirement)}");
        }

        AddTexts(given, nameof(condition.Hook), condition.Hook);
        AddGlobs(given, nameof(condition.Paths), condition.Paths);
        return $"new {Expressions.GraphNamespace}Condition {{ {string.Join(", ", given)} }}";
    }

    private static void AddTexts(List<string> given, string name, EquatableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            given.Add($"{name} = {Expressions.Texts(values)}");
        }
    }

    private static void AddGlobs(List<string> given, string name, GlobSet? globs)
    {
        if (globs is not null)
        {
            given.Add($"{name} = {Expressions.Globs(globs)}");
        }
    }

    private static void AddFlag(List<string> given, string name, bool? flag)
    {
        if (flag is { } value)
        {
            given.Add($"{name} = {Expressions.Flag(value)}");
        }
    }

    private static string Requirement(EnvironmentRequirement requirement) =>
        $"new {Expressions.GraphNamespace}EnvironmentRequirement({Expressions.Text(requirement.Name)}, {Expressions.TextOrNull(requirement.Value)})";
}
