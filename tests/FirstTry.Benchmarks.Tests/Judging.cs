using System.Linq;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Tests;

/// <summary>When a budget is held.</summary>
public sealed class Judging
{
    [Fact]
    public void A_ratio_within_its_budget_is_held() => Assert.Equal((Outcome.Held, 0.25), Judged(Samples.Row));

    [Fact]
    public void A_ratio_over_its_budget_is_not_held() =>
        Assert.Equal((Outcome.NotHeld, 0.25), Judged(Samples.Row with { Budgets = [Budget.RatioTo("peer 1.0", 0.2499)] }));

    [Fact]
    public void A_ratio_is_the_median_of_the_ratios_within_the_rounds_and_not_that_of_the_medians()
    {
        var row = Samples.Row with { Ours = new Measurement("firsttry", [1, 10, 100]), Peers = [new Measurement("peer 1.0", [10, 1000, 200])] };

        Assert.Equal((Outcome.Held, 0.1), Judged(row));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_row_whose_verdicts_differ_is_never_held(int ours, int theirs)
    {
        var row = Samples.Row with { Verdicts = [new Verdict("firsttry", ours), new Verdict("peer 1.0", theirs)] };

        Assert.All([Budget.RatioTo("peer 1.0", 100), Budget.AtMost(100), Budget.Never(100), Budget.MoreThan("peer 1.0", 100)], budget =>
            Assert.Equal(Outcome.VerdictsDiffer, Judge.Of(row, budget).Outcome));
    }

    [Fact]
    public void Failures_with_different_exit_codes_are_equal_when_the_same_checks_failed()
    {
        var row = Samples.Row with { Verdicts = [new Verdict("firsttry", 1) { Failed = ["a", "b"] }, new Verdict("peer 1.0", 2) { Failed = ["b", "a"] }] };

        Assert.True(row.AreVerdictsEqual);
    }

    [Fact]
    public void Failures_of_different_checks_are_no_equal_verdicts()
    {
        var row = Samples.Row with { Verdicts = [new Verdict("firsttry", 1) { Failed = ["a"] }, new Verdict("peer 1.0", 1) { Failed = ["b"] }] };

        Assert.Equal("firsttry failed for a, peer 1.0 failed for b", Judge.Of(row, row.Budgets[0]).Reason);
    }

    [Fact]
    public void A_third_runner_that_differs_from_the_second_alone_is_seen_although_the_first_tells_no_names()
    {
        var row = Samples.Row with { Verdicts = [new Verdict("firsttry", 1), new Verdict("peer 1.0", 1) { Failed = ["b"] }, new Verdict("other", 1) { Failed = ["c"] }] };

        Assert.Equal(Outcome.VerdictsDiffer, Judged(row).Outcome);
    }

    [Fact]
    public void A_runner_that_did_not_do_all_of_its_work_holds_nothing()
    {
        var row = Samples.Row with { Verdicts = [Samples.Row.Verdicts[0], new Verdict("peer 1.0", 0) { Owed = ["lint", "types"], Ran = ["types"] }] };

        var judgement = row.Judgements.Single();

        Assert.Equal((Outcome.VerdictsDiffer, "peer 1.0 ran types, not lint, types"), (judgement.Outcome, judgement.Reason));
    }

    [Fact]
    public void A_runner_whose_work_nobody_saw_has_not_done_it() =>
        Assert.False((Samples.Row with { Verdicts = [new Verdict("firsttry", 0) { Owed = ["lint"] }] }).AreVerdictsEqual);

    [Fact]
    public void Nothing_measured_is_not_held()
    {
        Row[] rows = [Samples.Row with { Ours = null }, Samples.Row with { Ours = new Measurement("firsttry", []) }, Samples.Row with { Obstacle = "no program" }];

        Assert.All(rows, row => Assert.Equal(Outcome.NotMeasured, Judged(row with { Budgets = [Budget.AtMost(100)] }).Outcome));
    }

    [Fact]
    public void Rounds_of_different_number_do_not_pair() =>
        Assert.Equal(Outcome.NotMeasured, Judged(Samples.Row with { Peers = [new Measurement("peer 1.0", [4, 8])] }).Outcome);

    [Fact]
    public void A_ratio_to_a_missing_peer_is_not_measured_and_says_why()
    {
        var row = Samples.Row with { Peers = [], Missing = [new MissingPeer("peer 1.0", "no network")] };

        var judgement = row.Judgements.Single();

        Assert.Equal((Outcome.NotMeasured, "peer 1.0 is missing: no network"), (judgement.Outcome, judgement.Reason));
    }

    [Fact]
    public void A_ratio_to_a_peer_without_a_verdict_is_not_measured() =>
        Assert.Equal(Outcome.NotMeasured, Judged(Samples.Row with { Verdicts = [Samples.Row.Verdicts[0]] }).Outcome);

    [Fact]
    public void A_ratio_to_nothing_is_not_measured() =>
        Assert.Equal(Outcome.NotMeasured, Judged(Samples.Row with { Peers = [new Measurement("peer 1.0", [0, 0, 0])] }).Outcome);

    [Fact]
    public void A_budget_for_every_value_is_judged_by_the_worst()
    {
        var row = Samples.Row with { Ours = new Measurement("firsttry", [1, 1, 1, 2]), Peers = [] };

        Assert.Equal((Outcome.NotHeld, 2), Judged(row with { Budgets = [Budget.Exactly(1)] }));
        Assert.Equal((Outcome.NotHeld, 2), Judged(row with { Budgets = [Budget.Never(1.5)] }));
        Assert.Equal((Outcome.Held, 1), Judged(row with { Budgets = [Budget.AtMost(1)] }));
    }

    [Fact]
    public void A_difference_is_taken_within_the_rounds() =>
        Assert.Equal((Outcome.Held, -6), Judged(Samples.Row with { Budgets = [Budget.MoreThan("peer 1.0", 1)] }));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void The_exit_code_is_0_only_when_everything_is_held_and_equal(int row, int expected) =>
        Assert.Equal(expected, (Samples.Report with { Rows = [Samples.Report.Rows[0], Samples.Report.Rows[row]] }).ExitCode);

    [Fact]
    public void The_exit_code_is_2_when_nothing_was_measured() =>
        Assert.Equal(2, (Samples.Report with { Rows = [Samples.Report.Rows[4]], Series = [] }).ExitCode);

    [Fact]
    public void What_was_saved_by_not_running_is_told_apart_from_what_was_saved_by_running_at_once() =>
        Assert.Equal(new Saving(600, 150), Saving.Of(everything: 1000, whatRan: 400, run: 250));

    private static (Outcome Outcome, double? Figure) Judged(Row row)
    {
        var judgement = row.Judgements.Single();
        return (judgement.Outcome, judgement.Figure);
    }
}
