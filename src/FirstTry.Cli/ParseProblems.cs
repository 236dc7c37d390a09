using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using FirstTry.Graph;

namespace FirstTry.Cli;

/// <summary>What is wrong with the arguments, one sentence each; empty when nothing is.</summary>
internal static class ParseProblems
{
    public static IReadOnlyList<string> Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (command is RootCommand && result.UnmatchedTokens is [[not '-', ..] and var unknown, ..])
        {
            return [$"Unknown command '{unknown}'.{NearestName.Suggest(unknown, command.Subcommands.Select(known => known.Name))}"];
        }

        if (UnknownOption(result) is { } option)
        {
            return [$"Unknown option '{option}' of '{PathOf(result.CommandResult)}'.{NearestName.Suggest(option, OptionNames(result))}"];
        }

        if (result.UnmatchedTokens is [var surplus, ..])
        {
            return [$"'{PathOf(result.CommandResult)}' takes no further argument, but got '{surplus}'."];
        }

        return [.. result.Errors.Select(error => error.Message)];
    }

    // A parser takes "--wrokers" for a positional argument where one is allowed; no profile, hook or check begins with a dash.
    private static string? UnknownOption(ParseResult result)
    {
        var positional = result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens);
        var behindDashes = result.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToList();
        return positional.Where(token => !behindDashes.Contains(token)).Select(token => token.Value)
            .Concat(result.UnmatchedTokens)
            .FirstOrDefault(value => value.Length > 1 && value[0] == '-' && !behindDashes.Exists(token => token.Value == value));
    }

    private static IEnumerable<string> OptionNames(ParseResult result) =>
        result.CommandResult.Command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Append("--help");

    private static string PathOf(SymbolResult result) => result switch
    {
        CommandResult { Parent: CommandResult parent } command => $"{PathOf(parent)} {command.Command.Name}",
        _ => "firsttry",
    };
}
