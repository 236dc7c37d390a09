using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Patterns;
using FirstTry.Cli.Init.Import.Reading;

namespace FirstTry.Cli.Init.Import.Lefthook;

/// <summary>Turns <c>skip</c> and <c>only</c> of lefthook into conditions.</summary>
internal sealed class LefthookConditions(List<string> notes)
{
    /// <summary>The conditions under which a job does not run, in flow style; any one of them has to hold.</summary>
    public List<string> Skipping(IReadOnlyList<ForeignNode> nodes)
    {
        var conditions = new List<string>();
        foreach (var item in ItemsOf(nodes))
        {
            var condition = One(item);
            if (condition is not null && !conditions.Contains(condition))
            {
                conditions.Add(condition);
            }
            else if (condition is null && SaysSomething(item))
            {
                notes.Add(item["run"].Text is { } run ? $"the condition 'run: {run}' is not asked" : "a condition has no counterpart");
            }
        }

        return conditions;
    }

    /// <summary>The conditions under which alone a job runs; none as soon as one of them is not asked here, so that it does not run more seldom than it did.</summary>
    public List<string> Choosing(IReadOnlyList<ForeignNode> nodes)
    {
        var count = notes.Count;
        var conditions = Skipping(nodes);
        if (notes.Count > count && conditions.Count > 0)
        {
            notes.Add("so 'only' is not asked at all");
            return [];
        }

        return conditions;
    }

    private static List<ForeignNode> ItemsOf(IReadOnlyList<ForeignNode> nodes)
    {
        var items = new List<ForeignNode>();
        foreach (var node in nodes)
        {
            items.AddRange(node.IsList ? node.Items : [node]);
        }

        return items;
    }

    private static bool SaysSomething(ForeignNode item) => !item.IsNothing && !item.IsFalse && !(item.IsMap && item.Entries.Count == 0);

    private static string? One(ForeignNode item)
    {
        if (item.Text is "merge" or "merge-commit")
        {
            return "{ merge: true }";
        }

        if (item.Text == "rebase")
        {
            return "{ rebase: true }";
        }

        var names = new List<string>();
        foreach (var reference in item["ref"].Texts())
        {
            // A star crosses slashes there.
            foreach (var glob in WideGlobs.Of(reference).Globs)
            {
                names.Add(YamlText.Scalar(NameGlobs.Of(glob)));
            }
        }

        return names.Count == 0 ? null : names.Count == 1 ? $"{{ branch: {names[0]} }}" : $"{{ branch: [{string.Join(", ", names)}] }}";
    }
}
