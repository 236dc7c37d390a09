using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Micro;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Tests;

/// <summary>Rounds, options and cases of the command.</summary>
public sealed class Taking_turns
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Everybody_has_one_turn_in_each_round_and_comes_first_as_often(int contenders)
    {
        var rounds = Enumerable.Range(0, 2 * contenders).Select(round => Rounds.Order(contenders, round).ToList()).ToList();

        Assert.All(rounds, round => Assert.Equal(Enumerable.Range(0, contenders), round.Order()));
        Assert.All(Enumerable.Range(0, contenders), one => Assert.Equal(2, rounds.Count(round => round[0] == one)));
    }

    [Fact]
    public void Warm_ups_do_not_count_and_values_keep_the_order_of_the_rounds()
    {
        var (calls, prepared) = (0, 0);

        var measured = Rounds.Of([new Contender("one", () => ++calls), new Contender("two", () => -++calls)], rounds: 3, warmUps: 2, () => prepared++);

        Assert.Equal(10, calls);
        Assert.Equal(10, prepared);
        Assert.All(measured, one => Assert.Equal(3, one.Values.Count));
        Assert.All(measured[0].Values.Zip(measured[1].Values), pair => Assert.Equal(1, Math.Abs(pair.First + pair.Second)));
    }

    [Fact]
    public void A_case_that_fails_becomes_a_row_and_keeps_what_it_found_before()
    {
        var findings = new Findings();

        BenchRun.Measure(new FailingCase(), Context(), findings);

        Assert.Equal(["first", "failing"], findings.Rows.Select(row => row.Case));
        Assert.Equal("there is no tool", findings.Rows[1].Obstacle);
    }

    [Fact]
    public void An_unknown_case_is_refused_with_the_names_of_all()
    {
        var run = new BenchRun(BenchOptions.Parse(["--only", "other"]), [new FailingCase()], TextWriter.Null);

        Assert.Equal("there is no case 'other'; there are failing", Assert.Throws<BenchmarkException>(() => run.Run()).Message);
    }

    [Fact]
    public void Options_are_read()
    {
        var options = BenchOptions.Parse(["--quick", "--only", "a,b", "--out", "folder", "--binary", "program"]);

        Assert.Equal((true, "folder", "program", 5, 3), (options.IsQuick, options.Output, options.Binary, options.RoundsOr(40), options.RoundsOr(3)));
        Assert.Equal(["a", "b"], options.Only);
        Assert.Equal(7, BenchOptions.Parse(["--quick", "--runs", "7"]).RoundsOr(40));
    }

    [Theory]
    [InlineData("--runs", "0")]
    [InlineData("--runs", "many")]
    [InlineData("--other", "1")]
    [InlineData("--out")]
    public void An_option_that_does_not_fit_is_refused(params string[] arguments) =>
        Assert.Throws<BenchmarkException>(() => BenchOptions.Parse(arguments));

    [Theory]
    [InlineData("--other")]
    [InlineData("--out")]
    public void An_option_of_the_microbenchmarks_that_does_not_fit_is_refused(string argument) =>
        Assert.Throws<BenchmarkException>(() => MicroOptions.Parse([argument]));

    [Fact]
    public void A_microbenchmark_that_is_not_there_is_refused_with_the_names_of_all() =>
        Assert.Equal(
            "there is no microbenchmark 'other'; there are fingerprint, generator, globs, parser, plan, store",
            Assert.Throws<BenchmarkException>(() => MicroRun.Run(MicroOptions.Parse(["--only", "other"]))).Message);

    [Fact]
    public void A_peer_that_cannot_be_installed_is_looked_for_once_and_named_each_time()
    {
        var looks = 0;
        var shelf = new PeerShelf(new Dictionary<string, Func<Peer>> { ["peer"] = () => throw new BenchmarkException(++looks + ": no network\n") });
        var missing = new List<MissingPeer>();

        Assert.Null(shelf.Find("peer", missing));
        Assert.Null(shelf.Find("peer", missing));

        Assert.Equal([new MissingPeer("peer", "1: no network"), new MissingPeer("peer", "1: no network")], missing);
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own() =>
        Assert.Equal(BenchmarkCases.All.Count, BenchmarkCases.All.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count());

    private static BenchContext Context() =>
        new(new BenchOptions(), new Peer("firsttry", "firsttry", []), new PeerShelf(new Dictionary<string, Func<Peer>>()), TextWriter.Null);

    private sealed class FailingCase : IBenchmarkCase
    {
        public string Name => "failing";

        public void Measure(BenchContext context, Findings findings)
        {
            findings.Add(new Row { Workload = "some", Case = "first" });
            throw new BenchmarkException("there is no tool");
        }
    }
}
