using System.Collections.Generic;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>Reads <c>skip</c> and <c>only</c>: one condition, or a list of them.</summary>
internal static class ConditionBinder
{
    private const string Example = "'{ branch: main }' or '[{ os: windows }, { ci: true }]'";

    private static readonly string[] Keys = ["os", "branch", "ref", "merge", "rebase", "ci", "env", "hook", "paths"];

    public static EquatableArray<Condition> Bind(Field field)
    {
        if (field.Value is not SequenceNode list)
        {
            return field.ReadMap(Example) is { } single ? EquatableArray.Create(BindOne(field, single)) : default;
        }

        var conditions = new List<Condition>();
        field.RequireItems(list, Example);
        foreach (var item in list.Items)
        {
            if (field.ReadMapItem(item, Example) is { } map)
            {
                conditions.Add(BindOne(field, map));
            }
        }

        return EquatableArray.Create(conditions.ToArray());
    }

    private static Condition BindOne(Field owner, MappingNode map)
    {
        if (map.Entries.Count == 0)
        {
            owner.Problems.Add(
                Rules.NoValue,
                map,
                $"{owner.Owner}: '{owner.Key}' has an empty condition, which would always hold. Write {Example}, or remove it.");
        }

        var condition = new Condition();
        foreach (var entry in map.Entries)
        {
            var field = new Field(owner.Owner.Part(owner.Key), entry, owner.Problems);
            condition = BindNames(condition, field) ?? BindState(condition, field) ?? ReportUnknown(condition, field);
        }

        return condition;
    }

    private static Condition ReportUnknown(Condition condition, Field field)
    {
        field.ReportUnknown(Keys);
        return condition;
    }

    private static Condition? BindNames(Condition condition, Field field) => field.Key switch
    {
        "os" => condition with { Os = field.ReadSystems() },
        "branch" => condition with { Branch = field.ReadNameGlobs() },
        "ref" => condition with { Ref = field.ReadNameGlobs() },
        "paths" => condition with { Paths = field.ReadFileGlobs() },
        "hook" => condition with { Hook = field.ReadHooks() },
        "env" => condition with { Env = field.ReadRequirements() },
        _ => null,
    };

    private static Condition? BindState(Condition condition, Field field) => field.Key switch
    {
        "merge" => condition with { Merge = field.ReadBoolean() },
        "rebase" => condition with { Rebase = field.ReadBoolean() },
        "ci" => condition with { Ci = field.ReadBoolean() },
        _ => null,
    };
}
