using System;
using System.Collections.Generic;

namespace FirstTry.Benchmarks.Reports;

/// <summary>Where values lie on an axis. Nothing is drawn outside of it.</summary>
internal readonly record struct Scale
{
    private const double Smallest = 0.001;
    private const int MostTicks = 8;

    private double Low { get; init; }

    private double High { get; init; }

    private double From { get; init; }

    private double To { get; init; }

    private bool IsLogarithmic { get; init; }

    /// <summary>Each power of ten takes as much room.</summary>
    public static Scale Logarithmic(double smallest, double largest, double from, double to)
    {
        var low = Math.Floor(Math.Log10(Math.Max(smallest, Smallest)));
        return new Scale { Low = low, High = Math.Max(low + 1, Math.Log10(Math.Max(largest, Smallest))), From = from, To = to, IsLogarithmic = true };
    }

    /// <summary>Each unit takes as much room.</summary>
    public static Scale Linear(double smallest, double largest, double from, double to) =>
        new() { Low = smallest, High = largest > smallest ? largest : smallest + 1, From = from, To = to };

    /// <summary>The place of a value.</summary>
    public double At(double value)
    {
        var place = IsLogarithmic ? Math.Log10(Math.Max(value, Smallest)) : value;
        return From + ((To - From) * (Math.Clamp(place, Low, High) - Low) / (High - Low));
    }

    /// <summary>Round values all along the axis.</summary>
    public IEnumerable<double> Ticks()
    {
        if (IsLogarithmic)
        {
            for (var power = Low; power <= High; power++)
                yield return Math.Pow(10, power);

            yield break;
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(High - Low)));
        step = (High - Low) / step > MostTicks ? step * 2 : (High - Low) / step < 3 ? step / 4 : step;
        for (var i = 0; Low + (i * step) <= High; i++)
            yield return Low + (i * step);
    }
}
