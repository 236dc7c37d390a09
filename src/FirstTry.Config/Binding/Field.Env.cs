using System.Collections.Generic;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    /// <summary>A map of variables.</summary>
    public EquatableArray<EnvironmentVariable>? ReadEnv()
    {
        if (ReadMap($"'{Key}: {{ NAME: \"value\" }}'") is not { } map)
        {
            return null;
        }

        var variables = new List<EnvironmentVariable>();
        foreach (var entry in map.Entries)
        {
            var field = new Field(Owner.Part(Key), entry, Problems);
            var value = field.ReadText();
            if (IsVariableName(entry.Key.Text, entry.Key) && value is not null)
            {
                variables.Add(new EnvironmentVariable(entry.Key.Text, value));
            }
        }

        return variables.Count == map.Entries.Count ? EquatableArray.Create(variables.ToArray()) : null;
    }

    /// <summary>A list of names of variables.</summary>
    public EquatableArray<string>? ReadVariableNames()
    {
        if (ReadTexts($"'{Key}: [NAME]'") is not { } names)
        {
            return null;
        }

        var isComplete = true;
        for (var i = 0; i < names.Count; i++)
        {
            isComplete &= IsVariableName(names[i], ((SequenceNode)Value).Items[i]);
        }

        return isComplete ? names : null;
    }

    /// <summary>The name of one variable.</summary>
    public string? ReadVariableName() => ReadFilledText() is { } name && IsVariableName(name, Value) ? name : null;

    private bool IsVariableName(string name, Node at)
    {
        if (name.Length > 0 && !name.Contains('=') && !name.Contains('\0'))
        {
            return true;
        }

        Problems.Add(Rules.BadName, at, $"{Start}: {Wording.Quote(name)} cannot be the name of a variable. Write a name that is not empty and has no '='.");
        return false;
    }
}
