using System;
using System.Buffers;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>Turns the script of one hook into checks, a line each where the lines stand alone.</summary>
internal sealed class HuskyScript(string path, string hook, ImportedConfig config, LintStaged? staged, HuskyTasks? tasks, PackageScripts scripts)
{
    private static readonly string[] Words = ["if", "then", "else", "elif", "fi", "for", "while", "do", "done", "case", "esac", "function", "cd", "export", "set", "trap", "exit", "return", "read", "source", "exec", "{", "}"];

    private static readonly SearchValues<char> MeansMore = SearchValues.Create("|()\"'`$<>;\\{}");

    private static readonly string[] Shells = ["sh", "bash", "zsh", "dash", "node", "python", "python3", "ruby", "perl", "git"];

    private IReadOnlyList<(string Name, string Value)> _variables = [];

    // What a script asks for that runs as it is.
    private IReadOnlyList<string> _passed = [];

    private IReadOnlyList<string> _previous = [];

    /// <summary>Imports the text of the script.</summary>
    public void Import(string text)
    {
        var lines = LinesOf(text);
        if (lines.Count == 0)
        {
            config.Note(path, hook, ImportOutcome.LeftOut, "the script runs nothing");
            return;
        }

        if (!lines.TrueForAll(line => StandsAlone(line) || IsVariable(line)) || (staged is not null && lines.Exists(IsVariable)))
        {
            ImportWhole(text);
            return;
        }

        foreach (var line in lines)
        {
            if (IsVariable(line))
            {
                var setting = line["export ".Length..];
                var at = setting.IndexOf('=', StringComparison.Ordinal);
                _variables = [.. _variables, (setting[..at], setting[(at + 1)..])];
                config.Note(path, $"{hook}: {line}", ImportOutcome.Mapped, "env of the checks that follow");
                continue;
            }

            if ((line == "echo" || line.StartsWith("echo ", StringComparison.Ordinal)) && !ShellWords.NeedsShell(line.Replace("!", "", StringComparison.Ordinal)))
            {
                config.Note(path, $"{hook}: {line}", ImportOutcome.LeftOut, "only prints a line");
                continue;
            }

            ImportLine(line);
        }
    }

    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            var isOfHusky = line.Contains("husky.sh", StringComparison.Ordinal) && line.StartsWith('.');
            if (line.Length > 0 && line[0] != '#' && !isOfHusky && line is not ("set -e" or "set -eu" or "exit 0"))
            {
                lines.AddRange(IsChain(line) ? line.Split(" && ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [line]);
            }
        }

        return lines;
    }

    // A variable that is set for all that follows.
    private static bool IsVariable(string line) =>
        line.Split(' ') is ["export", var setting] && setting.IndexOf('=', StringComparison.Ordinal) > 0 && setting.AsSpan().IndexOfAny(MeansMore) < 0;

    // Plain commands one after the other. What stages by itself stays with what it stages.
    private static bool IsChain(string line) =>
        line.Contains(" && ", StringComparison.Ordinal) && line.AsSpan().IndexOfAny(MeansMore) < 0 && !line.Contains("git add", StringComparison.Ordinal) && !line.StartsWith("cd ", StringComparison.Ordinal)
        && !line.Contains(" cd ", StringComparison.Ordinal);

    // No control flow, no variables of the script itself, nothing that the next line builds on.
    private static bool StandsAlone(string line)
    {
        var first = line.Split([' ', ';', '('], 2)[0];
        return Array.IndexOf(Words, first) < 0 && !first.Contains('=', StringComparison.Ordinal) && !line.EndsWith('\\') && !line.EndsWith('{') && !line.EndsWith("&&", StringComparison.Ordinal)
            && !line.EndsWith("||", StringComparison.Ordinal) && !line.EndsWith('|') && !line.StartsWith("&&", StringComparison.Ordinal) && !line.StartsWith("||", StringComparison.Ordinal)
            && !line.EndsWith("()", StringComparison.Ordinal) && !line.Contains("<<", StringComparison.Ordinal) && ShellWords.Split(line) is not null;
    }

    private void ImportWhole(string text)
    {
        var notes = "the script has conditions or variables, so it runs as it is: keep the file"
            + (text.Contains("husky.sh", StringComparison.Ordinal) ? ", and take its line with husky.sh out when Husky goes" : "")
            + (!IsForMessage && HasArguments(text) ? "; the arguments of the hook are not handed over" : "");
        var mentionsStaged = text.Contains("lint-staged", StringComparison.Ordinal);
        if (mentionsStaged)
        {
            staged?.ImportOnceWithin(path);
        }

        tasks?.ImportWithin(path, text);
        List<string> arguments = ["sh", "-e", path, .. IsForMessage ? (string[])["{message_file}"] : []];
        _passed = ShellVariables.In(text);
        Add("husky-" + hook, new ImportedCommand { Arguments = arguments, Bucket = mentionsStaged || text.Contains("git add", StringComparison.Ordinal) ? Bucket.Mutating : Bucket.Slow }, notes);
    }

    private bool IsForMessage => hook is "commit-msg" or "prepare-commit-msg";

    private void ImportLine(string line)
    {
        var called = scripts.TextOf(ShellWords.Split(line)) ?? line;
        if (staged is not null && IsCallOf(called, "lint-staged"))
        {
            _previous = staged.ImportOnce(hook, _previous);
            config.Note(path, $"{hook}: {line}", ImportOutcome.Mapped, $"the commands of {staged.Path}");
            return;
        }

        if (called.Contains("lint-staged", StringComparison.Ordinal))
        {
            staged?.ImportOnceWithin(path);
        }

        if (tasks?.TryImport(line, hook, _previous, _variables) is { } last)
        {
            _previous = last;
            config.Note(path, $"{hook}: {line}", ImportOutcome.Mapped, $"the tasks of {tasks.Path}");
            return;
        }

        var text = IsForMessage ? WithMessage(line) : line;
        var words = ShellWords.NeedsShell(text) ? null : ShellWords.Split(text);
        var bucket = scripts.IsWriting(words) ? Bucket.Mutating : BucketOf(text);
        var command = words is { Count: > 0 }
            ? KnownCommands.FindWhole(words, scripts) ?? new ImportedCommand { Arguments = NodePrograms.Found(words), Bucket = bucket }
            : new ImportedCommand { Script = text.Replace("{message_file}", "\"$FIRSTTRY_MESSAGE_FILE\"", StringComparison.Ordinal), Bucket = bucket };
        Add(NameOf(line), command, NotesOf(text));
    }

    private static Bucket? BucketOf(string text) => KnownCommands.BucketOf(text.Split([' ', '\n', '\t', ';', '&'], StringSplitOptions.RemoveEmptyEntries));

    private static bool HasArguments(string text) => text.Contains("$1", StringComparison.Ordinal) || text.Contains("$2", StringComparison.Ordinal) || text.Contains("$@", StringComparison.Ordinal);

    private static string? NotesOf(string text) =>
        HasArguments(text) ? "the arguments of the hook are not handed over"
            : text.Contains("git add", StringComparison.Ordinal) ? "it stages files by itself; what a mutating check fixes is staged anyway" : null;

    private void Add(string name, ImportedCommand command, string? note)
    {
        List<string> comments = [$"from {path}", .. note is null ? Array.Empty<string>() : [$"Not quite the same: {note}."]];
        _previous = [config.Add(new ImportedCheck(name, command) { Comments = comments, Needs = _previous, Env = _variables, PassedVariables = _passed, ReadsHookInput = MayReadInput(command) }, hook)];
        var what = command.Uses is { } uses ? $"uses {uses}" : "runs the command";
        config.Note(path, $"{hook}: {name}", note is null ? ImportOutcome.Mapped : ImportOutcome.Approximated, note is null ? what : $"{what}; {note}");
    }

    // git tells a push on the input of the hook, and every line of a script could read it: one that says nothing to an empty input would pass.
    private bool MayReadInput(ImportedCommand command) =>
        hook is "pre-push" or "post-rewrite" or "reference-transaction" && (command.Script is not null || (command.Arguments is [var program, ..] && (program.Contains('/', StringComparison.Ordinal) || Array.IndexOf(Shells, program) >= 0)));

    private static bool IsCallOf(string line, string program)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.IndexOf(words, program) is var at and >= 0 && at < 4 && !ShellWords.NeedsShell(line) && Array.TrueForAll(words[(at + 1)..], word => word is "-q" or "--quiet" or "--verbose" or "--allow-empty");
    }

    private static string WithMessage(string line)
    {
        foreach (var spelling in (string[])["\"$1\"", "'$1'", "\"${1}\"", "${1}", "$1", "-E HUSKY_GIT_PARAMS", "\"$HUSKY_GIT_PARAMS\"", "$HUSKY_GIT_PARAMS", ".git/COMMIT_EDITMSG"])
        {
            line = line.Replace(spelling, spelling.StartsWith("-E", StringComparison.Ordinal) ? "--edit {message_file}" : "{message_file}", StringComparison.Ordinal);
        }

        return line;
    }

    private static string NameOf(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = Array.FindAll(words, word => word[0] is not ('-' or '$' or '"' or '\'' or '{' or '!' or '[') && word is not ("npx" or "run" or "exec" or "&&" or "HUSKY_GIT_PARAMS"));
        return named.Length == 0 ? "command" : string.Join('-', named[..Math.Min(3, named.Length)]);
    }
}
