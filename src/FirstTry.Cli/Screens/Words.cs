using System;
using System.Globalization;
using FirstTry.Graph;

namespace FirstTry.Cli.Screens;

/// <summary>Words for what is shown, as the config spells them.</summary>
internal static class Words
{
    public static string Of(Bucket bucket) => bucket switch
    {
        Bucket.Fast => "fast",
        Bucket.Mutating => "mutating",
        _ => "slow",
    };

    /// <summary>"1 file", "3 files".</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"just now", "3 min ago", "5 h ago", "12 days ago".</summary>
    public static string Ago(TimeSpan age) => age.TotalMinutes switch
    {
        < 1 => "just now",
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} min ago"),
        < 48 * 60 => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h ago"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} days ago"),
    };

    /// <summary>"512 bytes", "1.5 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
    };
}
