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
}
