using System.Collections.Generic;
using System.Linq;
using FirstTry.Benchmarks.Peers;
using FirstTry.Benchmarks.Reports;
using FirstTry.Benchmarks.Workloads;

namespace FirstTry.Benchmarks.Tests.Workloads;

/// <summary>When the verdicts of a scenario are equal, and when ours or another runner did not do what it had to.</summary>
public sealed class Judging_turns
{
    private static readonly string[] Everything = ["lint", "unit of 3 files"];

    [Fact]
    public void Everybody_who_did_its_work_and_passed_is_equal() =>
        Assert.True(AreEqual(Edit, Full(), Ours(["unit of 1 files"]), Other(Everything)));

    [Fact]
    public void Ours_that_ran_less_than_it_had_to_is_not() =>
        Assert.False(AreEqual(Edit, Full(), Ours([])));

    [Fact]
    public void Ours_that_ran_more_than_it_had_to_is_not() =>
        Assert.False(AreEqual(Edit, Full(), Ours(["lint", "unit of 1 files"])));

    [Fact]
    public void Ours_that_ran_another_part_of_a_check_is_not() =>
        Assert.False(AreEqual(Edit, Full(), Ours(["unit of 2 files"])));

    [Fact]
    public void Ours_owes_everything_when_nothing_is_remembered()
    {
        var cold = Edit with { Before = Remembered.Nothing };

        Assert.False(AreEqual(cold, Full(), Ours(["unit of 1 files"])));
        Assert.True(AreEqual(cold, Full(), Ours(Everything)));
    }

    [Fact]
    public void Another_runner_that_left_a_check_out_is_not() =>
        Assert.False(AreEqual(Edit, Full(), Other(["lint"])));

    [Fact]
    public void One_that_remembers_may_leave_checks_out() =>
        Assert.True(AreEqual(Edit, Full(), Other([]) with { Runner = "turbo" }));

    [Fact]
    public void One_that_passes_where_the_full_run_fails_is_not()
    {
        var bad = Edit with { Fails = ["unit"] };

        Assert.False(AreEqual(bad, Full(["unit"]), Ours(["unit of 1 files"])));
        Assert.False(AreEqual(bad, Full(["unit"]), Other([]) with { Runner = "turbo" }));
    }

    [Fact]
    public void One_that_passes_although_a_check_of_its_own_failed_is_not() =>
        Assert.False(AreEqual(Edit with { Fails = ["unit"] }, Full(["unit"]), Ours(["unit of 1 files"]) with { Marks = new MarkedRun(["unit of 1 files"], ["unit"]) }));

    [Fact]
    public void One_that_fails_for_another_check_is_not() =>
        Assert.False(AreEqual(Edit with { Fails = ["unit"] }, Full(["unit"]), Failing(Other(Everything), "lint")));

    [Fact]
    public void One_that_fails_for_the_same_check_with_another_exit_code_is_equal() =>
        Assert.True(AreEqual(Edit with { Fails = ["unit"] }, Full(["unit"]), Failing(Other(Everything), "unit") with { ExitCode = 2 }));

    [Fact]
    public void One_that_leaves_a_file_other_than_the_formatter_does_is_not() =>
        Assert.False(AreEqual(Edit, Full() with { Rewritten = "formatted" }, Ours(["unit of 1 files"]) with { Rewritten = "as it was" }));

    [Fact]
    public void A_later_round_that_differs_is_not_hidden_by_the_first()
    {
        var turns = (Turn[])[Full(), Full() with { Number = 1 }, Ours(["unit of 1 files"]), Ours(["lint"]) with { Number = 1 }];

        Assert.False(AreEqual(Edit, turns));
    }

    [Fact]
    public void A_change_that_a_full_run_does_not_find_what_it_is_made_for_in_means_nothing() =>
        Assert.Equal(
            "edit: a full run ended with 0 and failed for nothing; the change is made for unit",
            Assert.Throws<BenchmarkException>(() => AreEqual(Edit with { Fails = ["unit"] }, Full(), Ours(Everything))).Message);

    [Fact]
    public void The_full_run_comes_first_and_everybody_once()
    {
        var verdicts = new TurnJudge(Edit, Everything).Judge([Ours(["unit of 1 files"]), Full(), Full() with { Number = 1 }], "firsttry", ["turbo"]);

        Assert.Equal([WorkRunners.Uncached, "firsttry"], verdicts.Select(verdict => verdict.Runner));
    }

    private static Scenario Edit { get; } = new("edit", Remembered.TheCommit, (_, _) => { }) { Runs = _ => ["unit of 1 files"] };

    private static bool AreEqual(Scenario scenario, params IReadOnlyList<Turn> turns) =>
        new Row { Workload = "w", Case = "c", Verdicts = new TurnJudge(scenario, Everything).Judge(turns, "firsttry", ["turbo"]) }.AreVerdictsEqual;

    private static Turn Full(params string[] failed) => new(WorkRunners.Uncached, 0, failed.Length > 0 ? 1 : 0, new MarkedRun(Everything, failed), "", 1);

    private static Turn Ours(IReadOnlyList<string> ran) => new("firsttry", 0, 0, new MarkedRun(ran, []), "", 1);

    private static Turn Other(IReadOnlyList<string> ran) => Ours(ran) with { Runner = "other" };

    private static Turn Failing(Turn turn, string check) => turn with { ExitCode = 1, Marks = turn.Marks with { Failed = [check] } };
}
