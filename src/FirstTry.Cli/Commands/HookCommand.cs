using System;
using System.Collections.Generic;
using System.CommandLine;
using FirstTry.Cli.Build;
using FirstTry.Cli.Composition;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry hook NAME [--] ARGS…</c>: what the installed script calls. Its arguments are git's and are not parsed.</summary>
internal static class HookCommand
{
    public const string Verb = "hook";

    /// <summary>The entry for help and completion; a call never gets here.</summary>
    public static Command Describe()
    {
        var name = new Argument<string>("NAME") { HelpName = "NAME", Description = "A hook of githooks(5)." };
        name.CompletionSources.Add(_ => ToItems());
        return new Command(Verb, "Run the checks of a git hook; what the installed script calls.")
        {
            name,
            new Argument<string[]>("ARGS") { Description = "What git gave the hook.", Arity = ArgumentArity.ZeroOrMore },
        };
    }

    public static int Run(Invocation invocation, ReadOnlySpan<string> arguments)
    {
        if (arguments.IsEmpty)
        {
            throw new UsageException("'firsttry hook' needs the name of a hook, such as 'pre-commit'.");
        }

        var name = arguments[0];
        if (!HookNames.IsKnown(name))
        {
            throw new UsageException($"git has no hook '{name}'.{NearestName.Suggest(name, HookNames.All)} 'git help hooks' lists them.");
        }

        var rest = arguments[1..];
        var waits = rest is not ["--no-wait", ..];
        rest = waits ? rest : rest[1..];
        if (invocation.Environment["FIRSTTRY"] == "0")
        {
            UnfinishedRun.RecoverAround(invocation);
            invocation.WriteError($"firsttry: FIRSTTRY=0, all checks of {name} are skipped.");
            return ExitCode.Passed;
        }

        var exitCode = HookRun.Execute(invocation, name, (rest is ["--", ..] ? rest[1..] : rest).ToArray(), new RunOptions { Waits = waits });
        Rebuild.AfterHandover(invocation);
        return exitCode;
    }

    private static IEnumerable<System.CommandLine.Completions.CompletionItem> ToItems()
    {
        foreach (var name in HookNames.All)
        {
            yield return new System.CommandLine.Completions.CompletionItem(name);
        }
    }
}
