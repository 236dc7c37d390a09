using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Config.Problems;

/// <summary>Finds what somebody meant by a misspelt name, within bounds: a hostile file may have thousands of unknown and of known names.</summary>
internal sealed class SuggestionBudget
{
    private const int LongestName = 64;

    private int _comparisonsLeft = 50_000;

    /// <summary>The candidate with the fewest typing errors between, or null when none is near.</summary>
    public string? Find(string name, IReadOnlyCollection<string> candidates)
    {
        if (name.Length is 0 or > LongestName || candidates.Count > _comparisonsLeft)
        {
            return null;
        }

        _comparisonsLeft -= candidates.Count;
        return NearestName.Find(name, candidates);
    }
}
