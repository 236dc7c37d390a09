using System.Collections.Generic;
using System.CommandLine;
using FirstTry.Engine.History;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Commands;

/// <summary>What the commands about the past have in common: the history, and names of checks that are in it or in the config.</summary>
internal static class PastChecks
{
    public static Argument<string?> Argument(Invocation invocation, string description)
    {
        var check = new Argument<string?>("CHECK") { HelpName = "CHECK", Description = description, Arity = ArgumentArity.ZeroOrOne };
        check.CompletionSources.Add(_ => ConfiguredNames.OfChecks(invocation));
        return check;
    }

    public static Option<string?> Format() => Choice.Of(new Option<string?>("--format") { Description = "How the answer is written." }, "text", "json");

    /// <summary>The runs of this repository, the oldest first.</summary>
    public static IReadOnlyList<PastRun> Runs(Invocation invocation) =>
        new RunHistory(Worktree.Find(invocation.Directory, invocation.Environment).CommonDirectory).Read();

    /// <summary>Accepts null, a check of the config, and one that was there in the past.</summary>
    /// <exception cref="UsageException">There is and was no such check.</exception>
    public static void Demand(Invocation invocation, IReadOnlyList<PastRun> runs, string? check)
    {
        if (check is null)
        {
            return;
        }

        var known = new List<string>();
        foreach (var item in ConfiguredNames.OfChecks(invocation))
        {
            known.Add(item.Label);
        }

        if (known.Contains(check))
        {
            return;
        }

        for (var i = runs.Count - 1; i >= 0; i--)
        {
            if (runs[i].Find(check) is not null)
            {
                return;
            }
        }

        throw new UsageException($"There is no check '{check}'.{NearestName.Suggest(check, known)} 'firsttry list' shows them.");
    }

    public static IEnumerable<CheckStatistics> Only(IReadOnlyList<CheckStatistics> statistics, string check)
    {
        foreach (var one in statistics)
        {
            if (one.Name == check)
            {
                yield return one;
            }
        }
    }
}
