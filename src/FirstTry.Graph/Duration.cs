using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FirstTry.Graph;

/// <summary>A length of time as configs write it: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>.</summary>
/// <param name="Milliseconds">More than 0.</param>
public readonly record struct Duration(long Milliseconds)
{
    /// <summary>The same length as the framework's type.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>Reads a whole number above 0 and a unit; false for anything else and for more than 10,000 hours.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Duration duration)
    {
        duration = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var digits = 0;
        while (digits < text!.Length && text[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        var factor = UnitInMilliseconds(text.Substring(digits));
        if (factor == 0
            || !long.TryParse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > 36_000_000_000
            || count * factor > 36_000_000_000)
        {
            return false;
        }

        duration = new Duration(count * factor);
        return true;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads as the same length.</summary>
    public override string ToString()
    {
        var (count, unit) = Milliseconds switch
        {
            > 0 when Milliseconds % 3_600_000 == 0 => (Milliseconds / 3_600_000, "h"),
            > 0 when Milliseconds % 60_000 == 0 => (Milliseconds / 60_000, "m"),
            > 0 when Milliseconds % 1_000 == 0 => (Milliseconds / 1_000, "s"),
            _ => (Milliseconds, "ms"),
        };
        return count.ToString(CultureInfo.InvariantCulture) + unit;
    }

    private static long UnitInMilliseconds(string unit) => unit switch
    {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        _ => 0,
    };
}
