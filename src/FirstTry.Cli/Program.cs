using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using FirstTry.Cli.Commands;
using FirstTry.Cli.Composition;
using FirstTry.Cli.Native;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli;

internal static class Program
{
    private static int Main(string[] arguments) =>
        CompiledParts.HasAllCommands ? Run(OutsideWorld.Capture(), arguments, CommandTree.Create) : ExitCode.Bug;

    /// <summary>Answers one call and gives its exit code.</summary>
    /// <param name="commands">The commands for people.</param>
    public static int Run(Invocation invocation, string[] arguments, Func<Invocation, RootCommand> commands)
    {
        try
        {
            // The verb of the hook scripts: every commit waits for it, so the parser of people's commands is not even touched.
            return arguments is [HookCommand.Verb, .. var rest] && rest is not ["--help" or "-h" or "-?"]
                ? HookCommand.Run(invocation, rest)
                : RunForPeople(invocation, arguments, commands);
        }
        catch (Exception exception) when (exception is UsageException or GitException)
        {
            invocation.WriteError($"firsttry: {exception.Message}");
            if (exception is GitException && arguments is [HookCommand.Verb, ..])
            {
                invocation.WriteError("firsttry: without an answer of git nothing can be checked. Mend that first ('git status' shows it), or skip all checks with FIRSTTRY=0.");
            }

            return ExitCode.Usage;
        }
        catch (Exception exception) when (IsBug(exception))
        {
            invocation.WriteError($"firsttry: this is a bug in firsttry. Please report it with these lines.\n{exception}");
            return ExitCode.Bug;
        }
    }

    private static int RunForPeople(Invocation invocation, string[] arguments, Func<Invocation, RootCommand> commands)
    {
        if (arguments is not ["recover", ..])
        {
            UnfinishedRun.RecoverAround(invocation);
        }

        if (arguments is ["--version"])
        {
            invocation.WriteLine($"firsttry {ProductVersion.Text}");
            return ExitCode.Passed;
        }

        var result = commands(invocation).Parse(arguments);
        var problems = IsAboutTheProgram(result) ? [] : ParseProblems.Of(result);
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
            {
                invocation.WriteError($"firsttry: {problem}");
            }

            invocation.WriteError("'firsttry --help' lists the commands, 'firsttry COMMAND --help' the options of one.");
            return ExitCode.Usage;
        }

        return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    // Help, and the question of a shell that completes a word: there the arguments need not be right.
    private static bool IsAboutTheProgram(ParseResult result) =>
        result.Action is HelpAction || result.Tokens is [{ Type: TokenType.Directive }, ..];

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The last boundary: what arrives here is our bug, and is said so.")]
    private static bool IsBug(Exception exception) => exception is not null;
}
