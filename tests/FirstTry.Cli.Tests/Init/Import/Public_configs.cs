using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>
/// The configs of public repositories. They are other people's work and no part of this one: <c>public-configs.tsv</c> names repository and commit of each, with
/// what its import came to. Where they are there, in the folder that <c>FIRSTTRY_PUBLIC_CONFIGS</c> names (<c>format/owner+name/…</c>), they are imported again.
/// </summary>
public sealed class Public_configs
{
    [Fact]
    public void The_table_of_the_documentation_is_that_of_the_tests()
    {
        var page = Path.Combine(Here(), "../../../../docs/import.md");
        var text = File.ReadAllText(page);
        var start = text.IndexOf("| source | repository |", StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable(Testing.Snapshot.AcceptVariable) == "1")
        {
            File.WriteAllText(page, text[..start] + Table() + text[end..]);
            return;
        }

        Assert.Equal(Table(), text[start..end]);
    }

    [Fact]
    public void Ten_or_more_of_each_format_are_named() =>
        Assert.All(PublicConfig.All(ListPath()).GroupBy(config => config.Format), format => Assert.True(format.Select(config => config.Repository).Distinct().Count() >= 10, format.Key));

    [PublicConfigsFact]
    public void Each_is_imported_as_the_list_says_and_nothing_in_silence()
    {
        var folder = PublicConfigsFactAttribute.Folder!;
        var results = PublicConfig.All(ListPath()).ConvertAll(config => Imported(config, Path.Combine(folder, config.Format, config.Repository.Replace('/', '+'))));
        if (Environment.GetEnvironmentVariable(Testing.Snapshot.AcceptVariable) == "1")
        {
            PublicConfig.Write(ListPath(), results);
        }

        Assert.Equal(results, PublicConfig.All(ListPath()));
    }

    private static PublicConfig Imported(PublicConfig config, string root)
    {
        var (import, text) = ImportRun.Of(root);
        var missing = Nothing_left_out_in_silence.Missing(root, import, text);

        Assert.True(missing.Count == 0, $"{config.Repository}: {string.Join("; ", missing)}");
        Assert.Empty(ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems);
        int Count(ImportOutcome outcome) => import.Rows.Count(row => row.Outcome == outcome);
        return config with { Mapped = Count(ImportOutcome.Mapped), Approximated = Count(ImportOutcome.Approximated), LeftOut = Count(ImportOutcome.LeftOut) };
    }

    private static string Table()
    {
        List<string> lines = ["| source | repository | commit | mapped | approximated | left out |", "|---|---|---|---|---|---|"];
        foreach (var format in PublicConfig.All(ListPath()).GroupBy(config => config.Format))
        {
            var source = format.Key switch { "husky" => "Husky, lint-staged", "husky.net" => "Husky.Net", var other => other };
            lines.AddRange(format.Select(config => $"| {source} | {config.Repository} | `{config.Commit}` | {config.Mapped} | {config.Approximated} | {config.LeftOut} |"));
            lines.Add($"| **{source}** | **{format.Count()} repositories** | | **{format.Sum(config => config.Mapped)}** | **{format.Sum(config => config.Approximated)}** | **{format.Sum(config => config.LeftOut)}** |");
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string ListPath() => Path.Combine(Here(), "public-configs.tsv");

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
