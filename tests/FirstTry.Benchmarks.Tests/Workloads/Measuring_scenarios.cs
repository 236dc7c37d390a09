using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;
using FirstTry.Benchmarks.Workloads;

namespace FirstTry.Benchmarks.Tests.Workloads;

/// <summary>Rounds over real processes: a script stands for our program, so that it can be made to do the wrong thing.</summary>
public sealed class Measuring_scenarios
{
    private const int Files = 20;

    [Fact]
    public void What_every_runner_ran_is_known_from_the_checks_themselves()
    {
        var row = Measure("sh checks.sh", NoOpWorkload.Scenarios(Files)[2]);

        Assert.True(row.AreVerdictsEqual, string.Join('\n', row.Verdicts));
        Assert.Equal("one, three, two", row.Ran);
        Assert.Equal(2, row.Ours!.Values.Count);
        Assert.Equal(["one", "three", "two"], row.Verdicts.Single(verdict => verdict.Runner == "make -j2").Ran!);
    }

    [Fact]
    public void A_program_that_runs_nothing_is_found_out() =>
        Assert.False(Measure(":", NoOpWorkload.Scenarios(Files)[2]).AreVerdictsEqual);

    [Fact]
    public void A_program_that_runs_everything_where_nothing_has_to_is_found_out() =>
        Assert.False(Measure("sh checks.sh", NoOpWorkload.Scenarios(Files)[0]).AreVerdictsEqual);

    // The two runs on the commit are in its store, and the turn itself.
    [Fact]
    public void Each_turn_has_what_was_remembered_of_the_commit_and_nothing_of_another_turn()
    {
        const string Script = "echo run >> \"$FIRSTTRY_CACHE_DIR/seen\"\nif [ \"$1\" = hook ] && [ $(wc -l < \"$FIRSTTRY_CACHE_DIR/seen\") != 3 ]; then exit 3; fi\nsh checks.sh";

        var row = Measure(Script, NoOpWorkload.Scenarios(Files)[2]);

        Assert.True(row.AreVerdictsEqual, string.Join('\n', row.Verdicts));
    }

    [Fact]
    public void Nothing_is_there_from_before_when_nothing_is_remembered()
    {
        const string Script = "if [ -e \"$FIRSTTRY_CACHE_DIR/seen\" ] && [ -e .cold ]; then exit 3; fi\necho run >> \"$FIRSTTRY_CACHE_DIR/seen\"\nsh checks.sh";
        var cold = new Scenario("cold", Remembered.Nothing, (place, number) => place.Write(".cold", number == 0 ? "0" : "1"));

        var row = Measure(Script, cold);

        Assert.True(row.AreVerdictsEqual, string.Join('\n', row.Verdicts));
    }

    [Fact]
    public void A_commit_that_does_not_pass_is_not_measured() =>
        Assert.Contains("firsttry does not pass what is committed: exit code 4", Assert.Throws<BenchmarkException>(() => Measure("exit 4", NoOpWorkload.Scenarios(Files)[0])).Message);

    private static Row Measure(string script, Scenario scenario)
    {
        using var place = new Workplace();
        NoOpWorkload.Write(place, Files);
        place.Tools.AddScript("ours", $"case \"$*\" in\n*'cache off') exec sh checks.sh ;;\nesac\n{script}");
        var ours = new Peer("firsttry", Path.Combine(place.Tools.Programs, "ours"), ["hook"]);
        var context = new BenchContext(new BenchOptions(), ours, new PeerShelf(new Dictionary<string, System.Func<Peer>>()), TextWriter.Null);
        var runners = WorkRunners.Of(context, place.Checks, [], []);
        var rounds = new ScenarioRounds(context, "test", place);
        rounds.Begin(runners);
        return rounds.Measure(scenario, runners, [], 2);
    }
}
