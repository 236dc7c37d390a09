using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>Says in words what two documents do not share.</summary>
internal static class DocumentComparison
{
    /// <summary>The differences in the order of the sections, within one in the order of names.</summary>
    internal static List<FingerprintDifference> Compare(FingerprintDocument before, FingerprintDocument after)
    {
        var differences = new List<FingerprintDifference>();
        foreach (var ingredient in Enum.GetValues<Ingredient>())
        {
            Compare(ingredient, ByName(before[ingredient]), ByName(after[ingredient]), differences);
        }

        return differences;
    }

    private static void Compare(
        Ingredient ingredient,
        SortedDictionary<string, string> before,
        SortedDictionary<string, string> after,
        List<FingerprintDifference> differences)
    {
        foreach (var (name, value) in before)
        {
            if (!after.TryGetValue(name, out var other))
            {
                differences.Add(new FingerprintDifference(ingredient, name, Gone(ingredient, name)));
            }
            else if (!string.Equals(value, other, StringComparison.Ordinal))
            {
                differences.Add(new FingerprintDifference(ingredient, name, Changed(ingredient, name, value, other)));
            }
        }

        foreach (var (name, value) in after)
        {
            if (!before.ContainsKey(name))
            {
                differences.Add(new FingerprintDifference(ingredient, name, Come(ingredient, name, value)));
            }
        }
    }

    // A name that stands there twice (arguments, nested tools) is compared with all of its values in their order.
    private static SortedDictionary<string, string> ByName(IReadOnlyList<DocumentItem> items)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var name = Encoding.UTF8.GetString(items[i].Name.Span);
            var value = Encoding.Latin1.GetString(items[i].Value.Span);
            values[name] = values.TryGetValue(name, out var earlier) ? earlier + "\0" + value : value;
        }

        return values;
    }

    private static string Changed(Ingredient ingredient, string name, string before, string after) => ingredient switch
    {
        Ingredient.Environment when before == Unset => $"environment variable {name} was set",
        Ingredient.Environment when after == Unset => $"environment variable {name} was unset",
        Ingredient.Environment => $"environment variable {name} changed",
        Ingredient.Files or Ingredient.Inputs => FileChange(name, before, after),
        Ingredient.Tools => $"tool {name} changed",
        Ingredient.Platform => $"the platform changed: {name} was {Text(before)}, is {Text(after)}",
        Ingredient.Command => name == "script" || name == "argument" ? "the command changed" : name == CommandSection.Sources ? "the sources in 'checks' changed" : $"{name} of the command changed",
        Ingredient.Needs => $"what {name} left behind changed",
        Ingredient.Git => $"the {name} changed",
        Ingredient.Format => name == "salt" ? "the salt changed" : $"{name} changed",
        _ => $"{name} changed",
    };

    private static string Come(Ingredient ingredient, string name, string value) => ingredient switch
    {
        Ingredient.Environment when value == Unset => $"environment variable {name} is looked at now",
        Ingredient.Environment => $"environment variable {name} was set",
        Ingredient.Files or Ingredient.Inputs when IsAbsent(value) => $"{name} is looked for now",
        Ingredient.Files => $"{name} is handed over now",
        Ingredient.Inputs => $"{name} was added",
        Ingredient.Tools => $"tool {name} is used now",
        Ingredient.Needs => $"{name} is needed now",
        Ingredient.Git => $"the {name} is looked at now",
        _ => $"{name} was added",
    };

    private static string Gone(Ingredient ingredient, string name) => ingredient switch
    {
        Ingredient.Environment => $"environment variable {name} is not looked at any more",
        Ingredient.Files => $"{name} is not handed over any more",
        Ingredient.Inputs => $"{name} was removed",
        Ingredient.Tools => $"tool {name} is not used any more",
        Ingredient.Needs => $"{name} is not needed any more",
        Ingredient.Git => $"the {name} is not looked at any more",
        _ => $"{name} was removed",
    };

    private static string FileChange(string name, string before, string after)
    {
        if (IsAbsent(before) || IsAbsent(after))
        {
            return IsAbsent(before) ? $"{name} was added" : $"{name} was removed";
        }

        var (old, now) = ((FileInputKind)before[0], (FileInputKind)after[0]);
        return (old, now) switch
        {
            (FileInputKind.File, FileInputKind.Executable) => $"{name} became executable",
            (FileInputKind.Executable, FileInputKind.File) => $"{name} is not executable any more",
            (_, FileInputKind.Symlink) when old != now => $"{name} became a symbolic link",
            (FileInputKind.Symlink, _) when old != now => $"{name} is not a symbolic link any more",
            _ => $"{name} changed",
        };
    }

    private static bool IsAbsent(string value) => value.Length > 0 && value[0] == (char)FileInputKind.Absent;

    private static string Text(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));

    private const string Unset = "";
}
