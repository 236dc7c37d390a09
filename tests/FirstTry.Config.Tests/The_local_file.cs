using System;
using FirstTry.Graph;

namespace FirstTry.Config.Tests;

public sealed class The_local_file
{
    private const string Main = """
        env: { A: "1", B: "1" }
        checks:
          a: { run: x, timeout: 5m, hint: main }
          b: { uses: pytest, with: { paths: [tests] } }
        profiles:
          quick: { checks: [a], fail_fast: now }
        hooks: { pre-commit: quick }
        """;

    [Fact]
    public void An_empty_one_changes_nothing()
    {
        Assert.Equal(Configs.Graph(Main), Configs.Graph(Main, "# nothing\n"));
    }

    [Fact]
    public void A_check_is_overridden_key_by_key()
    {
        var check = Configs.Graph(Main, "checks: { a: { timeout: 1m } }").FindCheck("a");

        Assert.Equal(new Check("a") { Run = Command.Shell("x"), Timeout = new Duration(60_000), Hint = "main" }, check);
    }

    [Fact]
    public void A_command_takes_the_place_of_an_adapter_and_the_other_way_round()
    {
        var graph = Configs.Graph(Main, "checks: { a: { uses: ruff }, b: { run: pytest -x } }");

        Assert.Equal(("ruff", null), (graph.FindCheck("a")!.Uses!.Name, graph.FindCheck("a")!.Run));
        Assert.Equal(("pytest -x", null), (graph.FindCheck("b")!.Run!.Script, graph.FindCheck("b")!.Uses));
    }

    [Fact]
    public void A_check_is_added_and_a_profile_and_its_hook_have_it()
    {
        var graph = Configs.Graph(Main, "checks: { mine: { run: y } }\nprofiles: { quick: { checks: [a, mine] }, own: { extends: quick } }");

        Assert.Equal(["a", "b", "mine"], Array.ConvertAll([.. graph.Checks], check => check.Name));
        Assert.Equal("mine", graph.FindHook("pre-commit")!.Profile.Checks[1].Name);
        Assert.Equal(FailFast.Now, graph.FindProfile("own")!.FailFast);
    }

    [Theory]
    [InlineData("env: { B: \"2\" }", RunnerRebuild.Offer)]
    [InlineData("build: offer", RunnerRebuild.Offer)]
    [InlineData("build: auto", RunnerRebuild.Auto)]
    [InlineData("build: never", RunnerRebuild.Never)]
    public void It_alone_says_how_a_runner_is_kept(string local, RunnerRebuild expected)
    {
        Assert.Equal(expected, Configs.Graph(Main, local).Rebuild);
    }

    [Fact]
    public void Variables_are_overridden_by_name()
    {
        var graph = Configs.Graph(Main, "env: { B: \"2\", C: \"2\" }");

        Assert.Equal([new EnvironmentVariable("A", "1"), new EnvironmentVariable("B", "2"), new EnvironmentVariable("C", "2")], graph.Env);
    }

    [Fact]
    public void Its_problems_bear_its_name()
    {
        Assert.Equal(
            ["firsttry.local.yml(1,25): error FT0028: Check 'a': 'timeout' is not a duration: '3'. "
                + "Write a whole number above 0 with ms, s, m or h, at most 10,000 hours: 'timeout: 3s'."],
            Configs.Problems(Main, "checks: { a: { timeout: 3 } }"));
    }

    [Fact]
    public void A_wrong_value_of_the_main_file_is_a_problem_though_it_is_overridden()
    {
        var problem = Assert.Single(Configs.Parse("checks: { a: { run: x, timeout: 3 } }", "checks: { a: { timeout: 3s } }").Problems);

        Assert.Equal(("FT0028", "firsttry.yml"), (problem.Id, problem.File));
    }

    [Fact]
    public void The_main_file_stands_alone()
    {
        var problem = Assert.Single(Configs.Parse("profiles: { p: { checks: [mine] } }", "checks: { mine: { run: x } }").Problems);

        Assert.Equal(("FT0010", "firsttry.yml"), (problem.Id, problem.File));
    }

    [Fact]
    public void Problems_of_both_files_come_at_once()
    {
        Assert.Equal(
            ["firsttry.yml FT0004", "firsttry.local.yml FT0004", "firsttry.local.yml FT0002"],
            Array.ConvertAll(
                [.. Configs.Parse("chekcs: {}", "chekcs: {}\nchecks: { a: {} }").Problems],
                problem => $"{problem.File} {problem.Id}"));
    }

    [Fact]
    public void What_is_no_map_is_a_problem_of_the_local_file()
    {
        Assert.Equal(
            ["firsttry.local.yml FT0005"],
            Array.ConvertAll([.. Configs.Parse("checks: { a: { run: x } }", "checks: [a]").Problems], problem => $"{problem.File} {problem.Id}"));
    }

    [Fact]
    public void Broken_YAML_is_a_problem_of_the_local_file()
    {
        var problem = Assert.Single(Configs.Parse(Main, "checks: { a: ").Problems);

        Assert.Equal(("FT0001", "firsttry.local.yml"), (problem.Id, problem.File));
    }
}
