using System.Collections.Generic;
using FirstTry.Cli.Screens;
using FirstTry.Engine.History;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry stats [CHECK]</c>: per check, how often it ran, how often it was remembered, and what that saved.</summary>
internal static class StatsCommand
{
    public static Command Create(Invocation invocation)
    {
        var (check, format) = (PastChecks.Argument(invocation, "Only this check."), PastChecks.Format());
        var command = new Command("stats", "Show runs, hit rate, times and time saved, check by check.") { check, format };
        command.SetAction(result => Show(invocation, result.GetValue(check), result.GetValue(format) == "json"));
        return command;
    }

    private static int Show(Invocation invocation, string? check, bool isJson)
    {
        var runs = PastChecks.Runs(invocation);
        PastChecks.Demand(invocation, runs, check);
        IReadOnlyList<CheckStatistics> statistics = [.. CheckStatistics.Of(runs)];
        if (check is not null)
        {
            statistics = [.. PastChecks.Only(statistics, check)];
        }

        if (isJson)
        {
            StatsScreen.WriteJson(invocation.Output, statistics);
        }
        else
        {
            invocation.Write(StatsScreen.ToText(statistics));
        }

        return ExitCode.Passed;
    }
}
