using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using FirstTry.Cli.Screens;
using FirstTry.Engine.History;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry history [CHECK]</c>: the latest runs, or what became of one check in them.</summary>
internal static class HistoryCommand
{
    private const int Usual = 20;

    public static Command Create(Invocation invocation)
    {
        var (check, format) = (PastChecks.Argument(invocation, "Only runs of this check."), PastChecks.Format());
        var limit = new Option<string?>("--limit") { Description = "How many runs; 20 unless given.", HelpName = "N" };
        var command = new Command("history", "Show the latest runs.") { check, format, limit };
        command.SetAction(result => Show(invocation, result.GetValue(check), result.GetValue(format) == "json", CountOf(result.GetValue(limit))));
        return command;
    }

    private static int Show(Invocation invocation, string? check, bool isJson, int most)
    {
        var all = PastChecks.Runs(invocation);
        PastChecks.Demand(invocation, all, check);
        var runs = new List<PastRun>();
        for (var i = all.Count - 1; i >= 0 && runs.Count < most; i--)
        {
            if (check is null || all[i].Find(check) is not null)
            {
                runs.Add(all[i]);
            }
        }

        if (isJson)
        {
            HistoryScreen.WriteJson(invocation.Output, runs, check);
        }
        else
        {
            invocation.Write(HistoryScreen.ToText(runs, check, TimeProvider.System.GetUtcNow()));
        }

        return ExitCode.Passed;
    }

    private static int CountOf(string? text) => text is null ? Usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw new UsageException($"--limit: '{text}' is no number of runs.");
}
