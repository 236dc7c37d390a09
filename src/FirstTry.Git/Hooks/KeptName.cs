using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace FirstTry.Git.Hooks;

/// <summary>The names under which things are kept beside a hook; git runs none of them.</summary>
internal static class KeptName
{
    private const string Earlier = ".before-firsttry";
    private const string Edited = ".edited-firsttry";

    /// <summary>A free path for a hook that was there before ours.</summary>
    public static string FreeForEarlier(string path) => Free(path + Earlier);

    /// <summary>A free path for a script of ours that somebody edited.</summary>
    public static string FreeForEdited(string path) => Free(path + Edited);

    /// <summary>True for a name that <see cref="FreeForEarlier"/> gives for this hook.</summary>
    public static bool IsEarlier(string hook, string name)
    {
        var stem = hook + Earlier;
        return name.StartsWith(stem, StringComparison.Ordinal)
            && (name.Length == stem.Length
                || (name[stem.Length] == '.' && int.TryParse(name.AsSpan(stem.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)));
    }

    /// <summary>The paths of all hooks kept beside the place of one, in the order of their names.</summary>
    public static IReadOnlyList<string> EarlierBeside(string directory, string hook)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFileSystemEntries(directory, hook + Earlier + "*"))
        {
            if (IsEarlier(hook, Path.GetFileName(path)))
            {
                found.Add(path);
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static string Free(string path)
    {
        var candidate = path;
        for (var i = 2; HookPlace.IsTaken(candidate); i++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{path}.{i}");
        }

        return candidate;
    }
}
