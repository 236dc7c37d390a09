using System;
using System.Buffers;
using System.Collections.Generic;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>The text of a package script, as far as it is one plain command.</summary>
internal static class ScriptText
{
    private static readonly SearchValues<char> ShellCharacters = SearchValues.Create("&|;<>$`\\\"'()#\n\t~{}");

    /// <summary>The words of a script that is one command without anything for a shell to work out; null for any other.</summary>
    internal static List<string>? WordsOf(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = word.Length > 1 && word[0] is '"' or '\'' && word[^1] == word[0] ? word[1..^1] : word;
            if (plain.AsSpan().ContainsAny(ShellCharacters) || (words.Count == 0 && plain.Contains('=', StringComparison.Ordinal)))
            {
                return null;
            }

            words.Add(plain);
        }

        return words.Count == 0 ? null : words;
    }

    /// <summary>True when a script of a workspace's root does nothing but run the script of this name in every package.</summary>
    internal static bool RunsInPackages(string text, string script) => WordsOf(text) is { } words && words[0] switch
    {
        "npm" => IsOf(words, script, ["run", "run-script"], ["--workspaces", "-ws", "--workspaces=true", "--if-present", "--silent", "-s"], ["--workspaces", "-ws", "--workspaces=true"]),
        "pnpm" => IsOf(words, script, ["run"], ["--recursive", "-r", "--no-bail", "--if-present", "--parallel", "--stream", "--silent"], ["--recursive", "-r"])
            || IsOf(words, script, ["recursive", "run"], ["--no-bail", "--if-present", "--parallel", "--stream"], ["recursive"]),
        "yarn" => IsOf(words, script, ["workspaces", "run"], [], ["workspaces"])
            || IsOf(words, script, ["workspaces", "foreach", "run"], ["-A", "--all", "-p", "--parallel", "-v", "--verbose", "-pv", "-Ap", "-Apv", "-i", "--interlaced"], ["foreach"]),
        "bun" => IsOf(words, script, ["run", "*"], ["--filter", "--filter=*", "--workspaces"], ["--filter", "--filter=*", "--workspaces"]),
        _ => false,
    };

    // The script itself, words of the manager, options that change nothing of what runs; one of those that make it go through the packages.
    private static bool IsOf(List<string> words, string script, string[] verbs, string[] options, string[] required)
    {
        var isNamed = false;
        var goesThrough = false;
        for (var i = 1; i < words.Count; i++)
        {
            goesThrough |= Array.IndexOf(required, words[i]) >= 0;
            if (Array.IndexOf(verbs, words[i]) >= 0 || Array.IndexOf(options, words[i]) >= 0)
            {
                continue;
            }

            if (isNamed || words[i] != script)
            {
                return false;
            }

            isNamed = true;
        }

        return isNamed && goesThrough;
    }
}
