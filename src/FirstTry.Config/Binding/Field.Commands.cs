using System;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    private const string FilesPlaceholder = "{files}";

    /// <summary>A script for <c>sh</c>, or a list of arguments.</summary>
    public Command? ReadCommand()
    {
        if (Value is SequenceNode list)
        {
            return ReadArguments(list);
        }

        var script = ReadText(Value, "a command: text for sh, or a list of arguments", CommandExample);
        if (script is null || !IsFilled(script, Value))
        {
            return null;
        }

        var quoted = ShellQuotes.FindQuoted(script, FilesPlaceholder);
        if (quoted < 0)
        {
            return Command.Shell(script);
        }

        Problems.Add(
            Rules.QuotedFiles,
            Value.Source,
            TextLocation.Find((ScalarNode)Value, FilesPlaceholder, quoted),
            $"{Start} has {{files}} in quotes, and there it would be one word. Remove the quotes: {{files}} stands for \"$@\", every file is an argument of its own.");
        return null;
    }

    /// <summary>True when the command hands over the files.</summary>
    public static bool MentionsFiles(Command? command)
    {
        if (command is null)
        {
            return false;
        }

        if (command.Script is { } script)
        {
            return HasPlaceholder(script);
        }

        foreach (var argument in command.Arguments)
        {
            if (argument == FilesPlaceholder)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPlaceholder(string text) => text.Contains(FilesPlaceholder, StringComparison.Ordinal);

    private string CommandExample => $"'{Key}: ruff check {{files}}' or '{Key}: [ruff, check, \"{{files}}\"]'";

    private Command? ReadArguments(SequenceNode list)
    {
        if (!IsNotEmpty(list, CommandExample))
        {
            return null;
        }

        var arguments = new string[list.Items.Count];
        var isComplete = true;
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = ReadText(list.Items[i], "a list of texts", CommandExample);
            isComplete &= argument is not null && (i > 0 || IsFilled(argument, list.Items[i])) && HasFilesAlone(argument, list.Items[i]);
            arguments[i] = argument ?? "";
        }

        return isComplete ? Command.Exec(arguments) : null;
    }

    private bool HasFilesAlone(string argument, Node at)
    {
        if (argument == FilesPlaceholder || !HasPlaceholder(argument))
        {
            return true;
        }

        Problems.Add(
            Rules.FilesInsideArgument,
            at,
            $"{Start} has {{files}} inside the argument {Wording.Quote(argument)}. Make \"{{files}}\" an argument of its own: it stands for one argument a file.");
        return false;
    }
}
