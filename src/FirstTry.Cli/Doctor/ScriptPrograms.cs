using System;
using System.Buffers;
using System.Collections.Generic;

namespace FirstTry.Cli.Doctor;

/// <summary>
/// Reads out of a shell script which programs it surely starts. A script that looks for its programs itself, or is more than a row of
/// commands, names none: a finding that is wrong does more harm than one that is missing.
/// </summary>
internal static class ScriptPrograms
{
    private static readonly string[] Intricate = ["<<", "()", "function ", "case ", "command -v", "which ", "type ", "hash ", "alias ", "$(", "`", "eval ", "PATH="];
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./+-");

    // After these comes another command.
    private static readonly HashSet<string> Openers = ["if", "then", "elif", "else", "while", "until", "do", "{", "!", "time", "exec", "command"];

    // What the shell does itself, or what is no command.
    private static readonly HashSet<string> Shell =
    [
        ".", ":", "[", "alias", "bg", "break", "cd", "continue", "done", "echo", "esac", "exit", "export", "false", "fg", "fi", "for", "getopts", "in", "jobs", "kill",
        "local", "printf", "pwd", "read", "readonly", "return", "set", "shift", "source", "test", "times", "trap", "true", "ulimit", "umask", "unset", "wait", "}",
    ];

    /// <summary>The names of the programs, as written.</summary>
    public static List<string> Of(string script)
    {
        var programs = new List<string>();
        if (Array.Exists(Intricate, part => script.Contains(part, StringComparison.Ordinal)))
        {
            return programs;
        }

        foreach (var command in Commands(script))
        {
            if (FirstWord(command) is { } word)
            {
                programs.Add(word);
            }
        }

        return programs;
    }

    private static string? FirstWord(string command)
    {
        foreach (var word in command.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Openers.Contains(word))
            {
                continue;
            }

            var assignment = word.IndexOf('=', StringComparison.Ordinal);
            if (assignment > 0 && !word.AsSpan(0, assignment).ContainsAnyExcept(Plain))
            {
                continue;
            }

            return word[0] is not '-' && !word.AsSpan().ContainsAnyExcept(Plain) && !Shell.Contains(word) ? word : null;
        }

        return null;
    }

    // Splits at what ends a command, but not inside of quotes.
    private static List<string> Commands(string script)
    {
        var commands = new List<string>();
        var (start, quote) = (0, '\0');
        for (var i = 0; i < script.Length; i++)
        {
            var character = script[i];
            if (character == '\\' && quote != '\'')
            {
                i++;
            }
            else if (character is '\'' or '"')
            {
                quote = quote == character ? '\0' : quote == '\0' ? character : quote;
            }
            else if (quote == '\0' && character is ';' or '&' or '|' or '\n' or '(' or ')')
            {
                commands.Add(script[start..i]);
                start = i + 1;
            }
        }

        commands.Add(script[start..]);
        return commands;
    }
}
