using System.Collections.Generic;

namespace FirstTry.Config.Tests;

public sealed partial class Problems_at_their_places
{
    public static TheoryData<ProblemCase> Cases => [.. YamlCases, .. CommandsCases, .. KeysCases, .. ReferencesCases, .. LongCases];

    private static ProblemCase[] LongCases =>
    [
        new(
            "FT0022",
            "checks: " + new string('[', 63) + "⟦[⟧" + new string(']', 64),
            "Lists and maps lie more than 64 levels deep here. Flatten the file: no key of it needs more than 8."),
        new(
            "FT0022",
            "checks: { a: { run: x, env: &a " + new string('[', 50) + new string(']', 50) + ", hint: " + new string('[', 20) + "⟦*a⟧" + new string(']', 20) + " } }",
            "With the alias '*a' lists and maps lie more than 64 levels deep. Flatten the file: no key of it needs more than 8."),
        new(
            "FT0024",
            "a: &a [" + string.Join(", ", new int[100_000]) + "]\nb: ⟦*a⟧\n",
            "The aliases up to '*a' stand for more than 100000 values. Use fewer of them, or smaller ones."),
    ];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void A_config_has_this_one_problem(ProblemCase expected)
    {
        var marked = MarkedText.Parse(expected.Marked);

        var problem = Assert.Single(Configs.Parse(marked.Text).Problems);

        Assert.Equal(expected.Id, problem.Id);
        Assert.Equal(expected.Message, problem.Message);
        Assert.Equal("firsttry.yml", problem.File);
        Assert.Equal(marked.Span, problem.Span);
    }

    [Fact]
    public void An_address_without_a_scheme_is_a_problem_beside_the_warning()
    {
        var marked = MarkedText.Parse("cache: { remote: { url: ⟦cache.example.com⟧ } }");

        var problem = Assert.Single(Configs.Parse(marked.Text).Problems, problem => problem.Id != "FT0037");

        Assert.Equal("FT0038", problem.Id);
        Assert.Equal(
            "'cache.remote': 'url' is not an address: 'cache.example.com'. Write one that starts with https:// or http:// and has no spaces.",
            problem.Message);
        Assert.Equal(marked.Span, problem.Span);
    }

    [Fact]
    public void The_local_file_cannot_have_what_is_the_same_for_everybody()
    {
        var marked = MarkedText.Parse("⟦hooks⟧: {}");

        var problem = Assert.Single(Configs.Parse("checks: {}", marked.Text).Problems);

        Assert.Equal("FT0042", problem.Id);
        Assert.Equal(
            "The local file cannot have 'hooks': it may add or override 'checks', 'profiles' and 'env', and have 'build'. Move it to the shared file.",
            problem.Message);
        Assert.Equal(("firsttry.local.yml", marked.Span), (problem.File, problem.Span));
    }

    [Fact]
    public void Both_spellings_of_the_file_are_a_problem()
    {
        var problem = ConfigParser.BothSpellings("firsttry.yml", "firsttry.yaml");

        Assert.Equal(
            "firsttry.yaml(1,1): error FT0040: Both 'firsttry.yml' and 'firsttry.yaml' are present, and only one can count. "
            + "Move what is needed into one and remove the other.",
            problem.ToString());
    }

    [Fact]
    public void Every_rule_has_a_case()
    {
        var tested = new HashSet<string> { "FT0038", "FT0040", "FT0042", "FT0044", "FT0046", "FT0047" };
        foreach (var tests in new[] { YamlCases, CommandsCases, KeysCases, ReferencesCases, LongCases })
        {
            foreach (var test in tests)
            {
                tested.Add(test.Id);
            }
        }

        Assert.All(ProblemCatalog.All, rule => Assert.Contains(rule.Id, tested));
    }
}
