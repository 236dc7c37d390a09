using System;

namespace FirstTry.Config.Tests;

public sealed class Order_of_problems
{
    [Fact]
    public void All_of_a_file_come_at_once_in_the_order_of_their_places()
    {
        var problems = Configs.Parse("""
            hooks: { pre-commit: quick }
            checks:
              a: { run: x, needs: [b], bucket: quick, timeout: 3 }
              c: { run: x, run: y }
            profile: {}
            """).Problems;

        Assert.Equal(
            ["1,22 FT0011", "3,24 FT0010", "3,36 FT0007", "3,52 FT0028", "4,16 FT0019", "5,1 FT0004"],
            Array.ConvertAll([.. problems], problem => $"{problem.Span.Line},{problem.Span.Column} {problem.Id}"));
    }

    [Fact]
    public void Those_of_the_main_file_come_before_those_of_the_local_one()
    {
        var problems = Configs.Parse("\n\n\nchekcs: {}", "nonsense: 1").Problems;

        Assert.Equal(["firsttry.yml", "firsttry.local.yml"], Array.ConvertAll([.. problems], problem => problem.File));
    }

    [Fact]
    public void A_warning_stops_nothing()
    {
        var result = Configs.Parse("cache: { remote: { url: 'HTTPS://x' } }\nchecks: { a: { run: x } }");

        Assert.False(result.HasErrors);
        Assert.Single(result.Graph.Checks);
    }

    [Fact]
    public void A_long_or_odd_name_is_cut_and_stays_on_one_line()
    {
        var problem = Assert.Single(Configs.Parse("\"a\\nb" + new string('x', 1000) + "\": 1").Problems);

        Assert.StartsWith("The file has an unknown key 'a\uFFFDbxxx", problem.Message, StringComparison.Ordinal);
        Assert.InRange(problem.Message.Length, 100, 250);
    }
}
