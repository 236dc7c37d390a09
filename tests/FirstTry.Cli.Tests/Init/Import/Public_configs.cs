using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>
/// The configs of public repositories. They are other people's work and no part of this one: <c>public-configs.tsv</c> names repository and commit of each, with
/// what its import came to. Where they are there, in the folder that <c>FIRSTTRY_PUBLIC_CONFIGS</c> names (<c>format/owner+name/…</c>), they are imported again.
/// </summary>
public sealed class Public_configs
{
    [Fact]
    public void The_table_of_the_documentation_is_that_of_the_tests() => ImportPage.Shows("| source | repository |", Table());

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
        var (mapped, approximated, leftOut) = ImportCounts.Of(root, config.Repository);
        return config with { Mapped = mapped, Approximated = approximated, LeftOut = leftOut };
    }

    private static List<string> Table()
    {
        List<string> lines = ["| source | repository | commit | mapped | approximated | left out |", "|---|---|---|---|---|---|"];
        foreach (var format in PublicConfig.All(ListPath()).GroupBy(config => config.Format))
        {
            var source = ImportPage.SourceOf(format.Key);
            lines.AddRange(format.Select(config => $"| {source} | {config.Repository} | `{config.Commit}` | {config.Mapped} | {config.Approximated} | {config.LeftOut} |"));
            lines.Add($"| **{source}** | **{format.Count()} repositories** | | **{format.Sum(config => config.Mapped)}** | **{format.Sum(config => config.Approximated)}** | **{format.Sum(config => config.LeftOut)}** |");
        }

        return lines;
    }

    private static string ListPath() => Path.Combine(Here(), "public-configs.tsv");

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
