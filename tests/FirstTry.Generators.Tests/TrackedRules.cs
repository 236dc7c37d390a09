using System;
using System.Linq;
using FirstTry.Config;

namespace FirstTry.Generators.Tests;

public sealed class TrackedRules
{
    private const string Directory = "generators/FirstTry.Generators/";

    [Fact]
    public void Every_rule_of_the_language_is_tracked_as_released_or_new()
    {
        var lines = SourceTree.Read(Directory + "AnalyzerReleases.Shipped.md").Split('\n')
            .Concat(SourceTree.Read(Directory + "AnalyzerReleases.Unshipped.md").Split('\n'))
            .Where(line => line.StartsWith("FT", StringComparison.Ordinal));

        var rules = ProblemCatalog.All.Select(rule => $"{rule.Id} | FirstTry | {rule.DefaultSeverity} | {rule.Title}");

        Assert.Equal(rules, lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_help_link_of_a_rule_is_its_section_in_the_manual()
    {
        var (_, diagnostics) = Compiler.Compile(Example.Bad);

        var link = diagnostics.Single().Descriptor.HelpLinkUri.Split('#');
        Assert.Contains("## " + link[1].ToUpperInvariant() + "\n", SourceTree.Read(link[0]), StringComparison.Ordinal);
    }
}
