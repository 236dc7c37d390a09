using System;
using System.Globalization;

namespace FirstTry.Benchmarks.Reports;

/// <summary>How figures are written for people: three digits that count, whatever the culture.</summary>
internal static class Figures
{
    /// <summary>A value with its unit: times from a second on in seconds.</summary>
    public static string Of(double value, string unit) =>
        unit == "ms" && Math.Abs(value) >= 1000 ? $"{Of(value / 1000)} s" : $"{Of(value)} {unit}".TrimEnd();

    /// <summary>A bare value.</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
            return "–";

        var size = Math.Abs(value);
        var format = value == Math.Floor(value) ? "#,0"
            : size >= 1000 ? "#,0"
            : size >= 100 ? "0"
            : size >= 10 ? "0.0"
            : size >= 1 ? "0.00"
            : size >= 0.1 ? "0.000"
            : "0.0000";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The median with the quartiles.</summary>
    public static string Of(Statistics statistics, string unit) =>
        statistics.Minimum == statistics.Maximum
            ? Of(statistics.Median, unit)
            : unit == "ms" && statistics.Median >= 1000 ? $"{Of(statistics.Median, unit)} ({Of(statistics.LowerQuartile / 1000)}–{Of(statistics.UpperQuartile / 1000)})"
            : $"{Of(statistics.Median, unit)} ({Of(statistics.LowerQuartile)}–{Of(statistics.UpperQuartile)})";

    /// <summary>What a budget allows, in words.</summary>
    public static string Of(Budget budget, string unit)
    {
        var source = budget.Source.Length > 0 ? $" ({budget.Source})" : "";
        return budget.Kind switch
        {
            BudgetKind.Ratio => $"≤ {Limit(budget)} × {budget.Peer}{source}",
            BudgetKind.Difference => $"≤ {Limit(budget)} {unit} more than {budget.Peer}{source}",
            BudgetKind.Exactly => $"= {Limit(budget)} {unit}".TrimEnd() + source,
            _ => $"≤ {Limit(budget)} {unit}".TrimEnd() + source,
        };
    }

    /// <summary>What was measured against a budget, in words.</summary>
    public static string Of(Judgement judgement, string unit) => judgement.Figure is not { } figure ? "–"
        : judgement.Budget.Kind == BudgetKind.Ratio ? Of(figure)
        : Of(figure, unit);

    /// <summary>What became of a budget, in words.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Held => "held",
        Outcome.NotHeld => "NOT HELD",
        Outcome.VerdictsDiffer => "VERDICTS DIFFER",
        _ => "not measured",
    };

    private static string Limit(Budget budget) => budget.Limit.ToString("#,0.###", CultureInfo.InvariantCulture);
}
