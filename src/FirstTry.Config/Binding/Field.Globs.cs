using System.Collections.Generic;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    /// <summary>A glob or a list of globs over files of the repository.</summary>
    public GlobSet? ReadFileGlobs() => ReadGlobs(GlobScope.Repository);

    /// <summary>A glob or a list of globs over files that may lie anywhere on this machine.</summary>
    public GlobSet? ReadAnyFileGlobs() => ReadGlobs(GlobScope.Machine);

    /// <summary>A glob or a list of globs over names that are no files.</summary>
    public GlobSet? ReadNameGlobs() => ReadGlobs(GlobScope.Name);

    private GlobSet? ReadGlobs(GlobScope scope)
    {
        var sorted = (Including: new List<Glob>(), Excluding: new List<Glob>());
        var example = $"'{Key}: \"*.py\"'";
        if (Value is not SequenceNode list)
        {
            return ReadText(Value, "a glob or a list of globs", example) is { } single && AddGlob(sorted, single, Value, scope) ? ToSet(sorted) : null;
        }

        var isComplete = IsNotEmpty(list, example);
        foreach (var item in list.Items)
        {
            isComplete &= ReadText(item, "a list of globs", example) is { } pattern && AddGlob(sorted, pattern, item, scope);
        }

        return isComplete ? ToSet(sorted) : null;
    }

    private bool AddGlob((List<Glob> Including, List<Glob> Excluding) sorted, string text, Node at, GlobScope scope)
    {
        var isExcluding = text.Length > 0 && text[0] == '!';
        var pattern = isExcluding ? text.Substring(1) : text;
        if (!IsFilled(pattern, at) || !StaysInside(pattern, at, scope))
        {
            return false;
        }

        if (!Glob.TryParse(pattern, scope, out var glob, out var error))
        {
            Problems.Add(Rules.BadGlob, at, $"{Start} has a pattern that cannot be read, {Wording.Quote(text)}: {error}");
            return false;
        }

        (isExcluding ? sorted.Excluding : sorted.Including).Add(glob);
        return true;
    }

    private bool StaysInside(string pattern, Node at, GlobScope scope) => scope switch
    {
        GlobScope.Repository => IsInside(pattern, at),
        GlobScope.Machine => HasNoParent(pattern, at),
        _ => true,
    };

    private static GlobSet ToSet((List<Glob> Including, List<Glob> Excluding) sorted) =>
        new(EquatableArray.Create(sorted.Including.ToArray()), EquatableArray.Create(sorted.Excluding.ToArray()));

    private bool IsNotEmpty(SequenceNode list, string example)
    {
        if (list.Items.Count > 0)
        {
            return true;
        }

        Problems.Add(Rules.NoValue, list, $"{Start} is an empty list. Write {example}, or remove the key.");
        return false;
    }
}
