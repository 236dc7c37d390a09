using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import;

/// <summary>Finds the variables of the caller that a script asks for: other tools hand all of them over, here a check names them.</summary>
internal static class ShellVariables
{
    // What each check sees anyway, what the shell sets, and what is set for this very check.
    private static readonly string[] Given =
        ["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "LANG", "PWD", "OLDPWD", "IFS", "PPID", "OPTARG", "OPTIND", "LINENO", "RANDOM", "SECONDS", "BASH_SOURCE", "FUNCNAME", "FIRSTTRY_MESSAGE_FILE"];

    /// <summary>The names in the order of the script; those that it sets are not among them.</summary>
    public static List<string> In(string script)
    {
        var names = new List<string>();
        for (var at = script.IndexOf('$', StringComparison.Ordinal); at >= 0; at = script.IndexOf('$', at + 1))
        {
            var start = at + 1 < script.Length && script[at + 1] == '{' ? at + 2 : at + 1;
            var end = start;
            while (end < script.Length && (char.IsAsciiLetterUpper(script[end]) || script[end] == '_' || (end > start && char.IsAsciiDigit(script[end]))))
            {
                end++;
            }

            // In small letters are the script's own.
            var name = end < script.Length && char.IsAsciiLetterLower(script[end]) ? "" : script[start..end];
            if (name.Length > 1 && !names.Contains(name) && Array.IndexOf(Given, name) < 0 && !Sets(script, name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static bool Sets(string script, string name)
    {
        foreach (var line in script.Split(['\n', ';', '&', '|', '(', '{']))
        {
            var words = line.TrimStart();
            words = words.StartsWith("export ", StringComparison.Ordinal) || words.StartsWith("local ", StringComparison.Ordinal) ? words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart() : words;
            if (words.StartsWith(name + "=", StringComparison.Ordinal) || words.StartsWith($"for {name} ", StringComparison.Ordinal) || (words.StartsWith("read ", StringComparison.Ordinal) && Array.IndexOf(words.Split(' '), name) > 0)
                || words.StartsWith($"while read {name}", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
