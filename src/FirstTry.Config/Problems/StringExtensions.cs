#if NETSTANDARD2_0
using System;

namespace FirstTry.Config.Problems;

/// <summary>What strings cannot do themselves on netstandard2.0.</summary>
internal static class StringExtensions
{
    public static bool Contains(this string text, char character) => text.IndexOf(character) >= 0;

    public static bool Contains(this string text, string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;
}
#endif
