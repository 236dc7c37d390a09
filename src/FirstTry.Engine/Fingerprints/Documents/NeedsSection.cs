using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>Writes what the checks that come first left behind.</summary>
internal static class NeedsSection
{
    /// <summary>Writes the section.</summary>
    /// <exception cref="ObstacleException">What one of them left behind is not known.</exception>
    internal static void Write(IReadOnlyList<PostState> needs, DocumentWriter document)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < needs.Count; i++)
        {
            sorted[needs[i].Check] = needs[i].Obstacle is { } obstacle
                ? throw new ObstacleException($"what '{needs[i].Check}' left behind is not known: {obstacle}")
                : needs[i].Digest;
        }

        document.Begin(Ingredient.Needs);
        foreach (var (name, digest) in sorted)
        {
            document.Item(name, digest);
        }
    }
}
