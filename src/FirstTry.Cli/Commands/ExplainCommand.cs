using System;
using System.CommandLine;
using FirstTry.Cli.Composition;
using FirstTry.Cli.Screens;
using FirstTry.Git;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry explain CHECK</c>: why the last run of a check hit or missed, and what the next one would do.</summary>
internal static class ExplainCommand
{
    public static Command Create(Invocation invocation)
    {
        var check = new Argument<string>("CHECK") { HelpName = "CHECK", Description = "The check." };
        check.CompletionSources.Add(_ => ConfiguredNames.OfChecks(invocation));
        var format = PastChecks.Format();
        var command = new Command("explain", "Show why a check ran or was remembered: what changed since the run before.") { check, format };
        command.SetAction(result => Explain(invocation, result.GetRequiredValue(check), result.GetValue(format) == "json"));
        return command;
    }

    private static int Explain(Invocation invocation, string check, bool isJson)
    {
        PastChecks.Demand(invocation, PastChecks.Runs(invocation), check);
        var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
        if (Explanation.Of(invocation, worktree, check) is not { } explanation)
        {
            return ExitCode.Usage;
        }

        if (isJson)
        {
            ExplanationScreen.WriteJson(invocation.Output, explanation);
        }
        else
        {
            invocation.Write(ExplanationScreen.ToText(explanation, TimeProvider.System.GetUtcNow()));
        }

        return ExitCode.Passed;
    }
}
