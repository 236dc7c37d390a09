using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;

namespace FirstTry.Cli.Init.Import.Lefthook;

/// <summary>Turns <c>skip</c> and <c>only</c> of lefthook into conditions.</summary>
internal sealed class LefthookConditions(List<string> notes)
{
    /// <summary>The conditions in flow style; any one of them has to hold.</summary>
    public List<string> Of(IReadOnlyList<ForeignNode> nodes)
    {
        var conditions = new List<string>();
        foreach (var node in nodes)
        {
            foreach (var item in node.IsList ? node.Items : [node])
            {
                if (One(item) is { } condition && !conditions.Contains(condition))
                {
                    conditions.Add(condition);
                }
            }
        }

        return conditions;
    }

    private string? One(ForeignNode item)
    {
        if (item.Text is "merge" or "merge-commit")
        {
            return "{ merge: true }";
        }

        if (item.Text == "rebase")
        {
            return "{ rebase: true }";
        }

        foreach (var reference in item["ref"].Texts())
        {
            return $"{{ branch: {YamlText.Scalar(reference)} }}";
        }

        if (!item.IsNothing && !item.IsFalse && !(item.IsMap && item.Entries.Count == 0))
        {
            notes.Add(item["run"].Text is { } run ? $"the condition 'run: {run}' is not asked" : "a condition has no counterpart");
        }

        return null;
    }
}
