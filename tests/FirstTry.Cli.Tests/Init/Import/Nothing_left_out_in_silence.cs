using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Cli.Init.Import;

namespace FirstTry.Cli.Tests.Init.Import;

public sealed class Nothing_left_out_in_silence
{
    public static TheoryData<string> Cases => Importing_configs.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_that_a_config_runs_is_in_the_new_one_or_in_the_table(string name)
    {
        using var repository = ForeignRepository.Of(name);
        var (config, text) = ImportRun.Of(repository.Root);

        Assert.Empty(Missing(repository.Root, config, text));
    }

    [Fact]
    public void A_dropped_entry_is_found()
    {
        using var repository = ForeignRepository.With("dropped", "lefthook.yml", "pre-commit:\n  commands:\n    one:\n      run: check-one\n    two:\n      run: check-two\n");
        var (config, text) = ImportRun.Of(repository.Root);
        config.Rows.RemoveAt(1);

        var missing = Assert.Single(Missing(repository.Root, config, text.Replace("check-one", "", StringComparison.Ordinal)), item => item.Contains("two", StringComparison.Ordinal));

        Assert.Contains("lefthook.yml", missing, StringComparison.Ordinal);
    }

    /// <summary>What a config runs and neither the new one nor the table speaks of.</summary>
    internal static List<string> Missing(string root, ImportedConfig config, string text)
    {
        var missing = new List<string>();
        var written = text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) + string.Join('\n', config.Rows.Select(row => $"{row.Item} {row.Note}"));
        var entries = SourceEntries.Of(root).ToList();
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            var rows = config.Rows.Where(row => row.Source == entry.File && (row.Item.Contains(entry.Item, StringComparison.Ordinal) || row.Item == entry.Whole)).ToList();
            if (rows.Count == 0)
            {
                missing.Add($"{entry.File}: no line of the table speaks of {entry.Item}");
            }
            else if (!rows.Exists(row => row.Outcome == ImportOutcome.LeftOut || row.Item == entry.Whole))
            {
                missing.AddRange(entry.Words.Where(word => !written.Contains(word, StringComparison.Ordinal)).Select(word => $"{entry.File}: {word} of {entry.Item} is nowhere"));
            }
        }

        return missing;
    }
}
