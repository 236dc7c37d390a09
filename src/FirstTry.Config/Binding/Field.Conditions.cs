using System.Collections.Generic;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    /// <summary>A map within a list.</summary>
    public MappingNode? ReadMapItem(Node item, string example)
    {
        if (item is MappingNode map)
        {
            return map;
        }

        ReportShape(item, "a map or a list of maps", example);
        return null;
    }

    /// <summary>Reports an empty list.</summary>
    public void RequireItems(SequenceNode list, string example) => _ = IsNotEmpty(list, example);

    /// <summary>One operating system or a list of them.</summary>
    public EquatableArray<string> ReadSystems()
    {
        var systems = new List<string>();
        foreach (var node in OneOrMore("'os: linux'"))
        {
            if (ReadChoice(node, Words.Os) is { } index)
            {
                systems.Add(Words.Os.Names[index]);
            }
        }

        return EquatableArray.Create(systems.ToArray());
    }

    /// <summary>One hook or a list of them.</summary>
    public EquatableArray<string> ReadHooks()
    {
        var hooks = new List<string>();
        const string example = "'hook: pre-push'";
        foreach (var node in OneOrMore(example))
        {
            if (ReadFilledText(node, "a hook or a list of hooks", example) is { } name
                && HookBinder.CheckName(Problems, Owner, name, node))
            {
                hooks.Add(name);
            }
        }

        return EquatableArray.Create(hooks.ToArray());
    }

    /// <summary>A variable, a list of variables, or a map of variables and the values they must have.</summary>
    public EquatableArray<EnvironmentRequirement> ReadRequirements()
    {
        var required = new List<EnvironmentRequirement>();
        if (Value is MappingNode map)
        {
            if (map.Entries.Count == 0)
            {
                ReportEmptyMap(map);
            }

            foreach (var variable in ReadEnv() ?? default)
            {
                required.Add(new EnvironmentRequirement(variable.Name, variable.Value));
            }

            return EquatableArray.Create(required.ToArray());
        }

        const string example = "'env: NAME', 'env: [NAME]' or 'env: { NAME: \"value\" }'";
        foreach (var node in OneOrMore(example))
        {
            if (ReadFilledText(node, "a name, a list of names or a map", example) is { } name && IsVariableName(name, node))
            {
                required.Add(new EnvironmentRequirement(name, null));
            }
        }

        return EquatableArray.Create(required.ToArray());
    }

    private IReadOnlyList<Node> OneOrMore(string example)
    {
        if (Value is not SequenceNode list)
        {
            return [Value];
        }

        _ = IsNotEmpty(list, example);
        return list.Items;
    }
}
