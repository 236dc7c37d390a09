using System.Linq;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>How many entries of a config were mapped, approximated and left out.</summary>
public sealed record ImportCounts(int Mapped, int Approximated, int LeftOut)
{
    /// <summary>Imports what a folder has; fails where the result is not valid, or speaks of an entry nowhere.</summary>
    public static ImportCounts Of(string root, string project)
    {
        var (import, text) = ImportRun.Of(root);
        var missing = Nothing_left_out_in_silence.Missing(root, import, text);

        Assert.True(missing.Count == 0, $"{project}: {string.Join("; ", missing)}");
        Assert.Empty(ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems);
        int Count(ImportOutcome outcome) => import.Rows.Count(row => row.Outcome == outcome);
        return new ImportCounts(Count(ImportOutcome.Mapped), Count(ImportOutcome.Approximated), Count(ImportOutcome.LeftOut));
    }
}
