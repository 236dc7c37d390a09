using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Adapters.Reaching;

/// <summary>The parts that a change can reach: those in which a file changed, those that may read it, and all that depend on these.</summary>
internal static class AffectedParts
{
    /// <summary>
    /// Works out what a change reaches, in the order of the parts; null for everything: a file changed that belongs to no part, or two parts
    /// have one name. Empty when only files changed that are no matter of these parts.
    /// </summary>
    /// <param name="changed">Paths of changed files relative to the root, those that are gone included.</param>
    internal static List<Part>? By(List<Part> parts, IReadOnlyList<string> changed, OtherWorlds worlds)
    {
        if (TouchedBy(parts, changed, worlds) is not { } touched)
        {
            return null;
        }

        AddDependents(parts, touched);
        return parts.FindAll(touched.Contains);
    }

    /// <summary>The same without the parts that depend on others: those in which a file changed, and those that may read it.</summary>
    internal static HashSet<Part>? TouchedBy(List<Part> parts, IReadOnlyList<string> changed, OtherWorlds worlds)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (parts.Exists(part => !names.Add(part.Name)))
        {
            return null;
        }

        var touched = new HashSet<Part>();
        foreach (var path in changed)
        {
            var words = worlds.WordsFor(path);
            if (words is null && !parts.Exists(part => part.Holds(path)))
            {
                return null;
            }

            foreach (var part in parts)
            {
                if ((part.Holds(path) || part.Reach.Covers(path)) && (words is null || Array.Exists(words, part.Reach.Words.Contains)))
                {
                    touched.Add(part);
                }
            }
        }

        return touched;
    }

    /// <summary>All words by which the code of parts would speak of changed files that are otherwise no matter of them.</summary>
    internal static HashSet<string> WordsFor(IReadOnlyList<string> changed, OtherWorlds worlds)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in changed)
        {
            words.UnionWith(worlds.WordsFor(path) ?? []);
        }

        return words;
    }

    private static void AddDependents(List<Part> parts, HashSet<Part> touched)
    {
        for (var hasGrown = true; hasGrown;)
        {
            hasGrown = false;
            foreach (var part in parts)
            {
                if (!touched.Contains(part) && parts.Exists(other => touched.Contains(other) && Needs(part, other)))
                {
                    hasGrown = touched.Add(part);
                }
            }
        }
    }

    // What lies in the folder of another may use it by climbing through its own folders.
    private static bool Needs(Part part, Part other) =>
        part.Reach.Names.Contains(other.Name) || part.Reach.Touches(other.Folder) || other.Holds(part.Folder + "/");
}
