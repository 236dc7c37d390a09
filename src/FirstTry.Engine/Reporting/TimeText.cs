using System;
using System.Globalization;

namespace FirstTry.Engine.Reporting;

/// <summary>Writes lengths of time for people.</summary>
public static class TimeText
{
    /// <summary>"12.3 ms", "1.23 s", "2 min 3 s".</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.99995 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms"),
        < 59.995 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)Math.Round(time.TotalSeconds) / 60} min {(long)Math.Round(time.TotalSeconds) % 60} s"),
    };
}
