using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.Cli.Tests.Init.Import.Published;

/// <summary>
/// The configs of public projects, out of the releases that they publish: Debian's source packages and packages of npm. They are other people's work and no part of
/// this repository: <c>releases.tsv</c> names each with what its import came to, <c>.ci/published-configs</c> downloads them for every run of <c>.ci/run</c>.
/// </summary>
public sealed class Configs_of_published_projects
{
    public static TheoryData<string> Formats => [.. Release.All().Select(release => release.Format).Distinct()];

    [PublishedConfigsTheory]
    [MemberData(nameof(Formats))]
    public void Each_is_imported_as_the_list_says_and_nothing_in_silence(string format)
    {
        var releases = Release.All().FindAll(release => release.Format == format);
        Assert.All(releases, release => Assert.True(release.IsDownloaded, $"{release.Title} was not downloaded: .ci/published-configs says why"));

        var results = releases.ConvertAll(release => release with { Counts = ImportCounts.Of(release.Root, release.Project) });

        if (Environment.GetEnvironmentVariable(Snapshot.AcceptVariable) == "1")
        {
            Release.Write(Release.All().Select(release => results.Find(result => result.Sha256 == release.Sha256 && result.Format == format) ?? release));
            return;
        }

        Assert.Equal(releases, results);
    }

    [Fact]
    public void Ten_or_more_of_each_format_are_named_where_registries_have_them() => Assert.All(
        new[] { "pre-commit", "lefthook", "husky" },
        format => Assert.True(Release.All().Where(release => release.Format == format).Select(release => release.Project).Distinct().Count() >= 10, format));

    [Fact]
    public void The_table_of_the_documentation_is_that_of_the_tests() => ImportPage.Shows("| source | project | release |", Table());

    private static List<string> Table()
    {
        List<string> lines = ["| source | project | release | mapped | approximated | left out |", "|---|---|---|---|---|---|"];
        foreach (var format in Release.All().GroupBy(release => release.Format))
        {
            var source = ImportPage.SourceOf(format.Key);
            lines.AddRange(format.Select(release => $"| {source} | {release.Project} | {release.Title} ({release.Registry}){Place(release.Config)} | {Cells(release.Counts)} |"));
            lines.Add($"| **{source}** | **{format.Count()} projects** | | **{format.Sum(release => release.Counts.Mapped)}** | **{format.Sum(release => release.Counts.Approximated)}** | **{format.Sum(release => release.Counts.LeftOut)}** |");
        }

        return lines;
    }

    private static string Place(string config) => config == "." ? "" : $", `{config}`";

    private static string Cells(ImportCounts counts) => $"{counts.Mapped} | {counts.Approximated} | {counts.LeftOut}";
}
