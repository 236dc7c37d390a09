using System;

namespace FirstTry.Graph;

/// <summary>The POSIX classes as git knows them: ASCII only, whatever the locale.</summary>
internal static class CharacterKinds
{
    public const string Names = "alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit";

    /// <summary>The test of the class of this name, or null.</summary>
    public static Func<char, bool>? Find(string name) => name switch
    {
        "alnum" => static c => IsAlpha(c) || IsDigit(c),
        "alpha" => IsAlpha,
        "blank" => static c => c is ' ' or '\t',
        "cntrl" => static c => c is < ' ' or '\x7f',
        "digit" => IsDigit,
        "graph" => static c => IsGraph(c),
        "lower" => static c => c is >= 'a' and <= 'z',
        "print" => static c => c is >= ' ' and <= '~',
        "punct" => static c => IsGraph(c) && !IsAlpha(c) && !IsDigit(c),

        // git leaves out vertical tab and form feed.
        "space" => static c => c is ' ' or '\t' or '\n' or '\r',
        "upper" => static c => c is >= 'A' and <= 'Z',
        "xdigit" => static c => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'),
        _ => null,
    };

    private static bool IsAlpha(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsGraph(char c) => c is > ' ' and <= '~';
}
