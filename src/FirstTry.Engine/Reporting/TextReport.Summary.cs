using System;
using System.Collections.Generic;
using System.Globalization;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Reporting;

/// <content>The last line.</content>
public sealed partial class TextReport
{
    private static readonly TimeSpan LeastSaving = TimeSpan.FromMilliseconds(0.1);

    private static readonly (CheckStatus Status, string Word)[] Counted =
    [
        (CheckStatus.Passed, "passed"),
        (CheckStatus.Fixed, "fixed"),
        (CheckStatus.Failed, "failed"),
        (CheckStatus.TimedOut, "timed out"),
        (CheckStatus.Error, "could not start"),
        (CheckStatus.Cancelled, "cancelled"),
        (CheckStatus.Skipped, "skipped"),
    ];

    private void AddSummary(RunResult result)
    {
        if (_verbosity == Verbosity.Quiet && result.Verdict == Verdict.Passed)
        {
            return;
        }

        var (word, colour) = result.Verdict switch
        {
            Verdict.Passed => ("passed", _palette.Good),
            Verdict.Interrupted => ("interrupted", _palette.Attention),
            _ => ("failed", _palette.Bad),
        };
        _text.Add(colour).Add(word).Add(_palette.Reset).Add(": ").Add(Counts(result));

        // Text made while other text is being made takes a second buffer from the pool, which then measures the processor for 0.3 ms.
        _text.Add(" in ").Add(TimeText.Of(result.Duration)).Add(" (checks took ").Add(TimeText.Of(SumOf(result)));
        _text.Add(SavedBy(result)).Add(SavedAtOnce(result)).Add(")").EndLine();
    }

    // Apart from the time that running at once saves: this much was not run at all.
    private static string SavedBy(RunResult result)
    {
        var (count, saved) = (0, TimeSpan.Zero);
        for (var i = 0; i < result.Checks.Count; i++)
        {
            count += result.Checks[i].IsCached ? 1 : 0;
            saved += result.Checks[i].Saved;
        }

        return count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {count} remembered saved ") + TimeText.Of(saved);
    }

    // A saving that nobody could notice is not boasted of.
    private static string SavedAtOnce(RunResult result)
    {
        var saved = SumOf(result) - result.Duration;
        return saved < LeastSaving ? "" : ", running at once saved " + TimeText.Of(saved);
    }

    private static string Counts(RunResult result)
    {
        if (result.Checks.Count == 0)
        {
            return "no checks";
        }

        var parts = new List<string>();
        foreach (var (status, word) in Counted)
        {
            var count = 0;
            for (var i = 0; i < result.Checks.Count; i++)
            {
                count += result.Checks[i].Status == status && !result.Checks[i].IsWarning ? 1 : 0;
            }

            AddCount(parts, count, word);
        }

        AddCount(parts, CountWarnings(result), "allowed to fail");
        return string.Join(", ", parts);
    }

    private static void AddCount(List<string> parts, int count, string word)
    {
        if (count > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {word}"));
        }
    }

    private static int CountWarnings(RunResult result)
    {
        var count = 0;
        for (var i = 0; i < result.Checks.Count; i++)
        {
            count += result.Checks[i].IsWarning ? 1 : 0;
        }

        return count;
    }

    private static TimeSpan SumOf(RunResult result)
    {
        var sum = TimeSpan.Zero;
        for (var i = 0; i < result.Checks.Count; i++)
        {
            sum += result.Checks[i].Duration;
        }

        return sum;
    }
}
