using System.Collections.Generic;
using System.Text;

namespace FirstTry.Config.Problems;

/// <summary>How messages quote names and offer alternatives.</summary>
internal static class Wording
{
    private const int LongestQuote = 60;
    private const int LongestText = 200;
    private const int LongestOffer = 40;

    /// <summary>The text in single quotes, on one line, cut when it is long.</summary>
    public static string Quote(string text) => "'" + Shorten(text, LongestQuote) + "'";

    /// <summary>The text on one line, cut when it is very long.</summary>
    public static string Plain(string text) => Shorten(text, LongestText);

    private static string Shorten(string text, int length)
    {
        var plain = new StringBuilder();
        foreach (var character in text)
        {
            if (plain.Length >= length && !char.IsLowSurrogate(character))
            {
                plain.Append('…');
                break;
            }

            plain.Append(char.IsControl(character) ? '\uFFFD' : character);
        }

        return plain.ToString();
    }

    /// <summary>"Did you mean 'x'?" when a candidate is near, or else all of them after <paramref name="introduction"/>.</summary>
    public static string Offer(ProblemList problems, string name, IReadOnlyCollection<string> candidates, string introduction)
    {
        var nearest = problems.Nearest.Find(name, candidates);
        return nearest is null ? introduction + List(candidates) + "." : "Did you mean " + Quote(nearest) + "?";
    }

    /// <summary>The names with commas between, the first ones only when there are many.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var list = new StringBuilder();
        var count = 0;
        foreach (var name in names)
        {
            if (count == LongestOffer)
            {
                return list.Append(", …").ToString();
            }

            list.Append(count++ == 0 ? "" : ", ").Append(Shorten(name, LongestQuote));
        }

        return list.Length == 0 ? "none" : list.ToString();
    }
}
