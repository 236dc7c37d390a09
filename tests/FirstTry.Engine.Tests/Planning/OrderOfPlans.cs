using System.Linq;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Planning;

public sealed class OrderOfPlans
{
    [Fact]
    public void Buckets_come_in_their_own_order_and_checks_of_one_in_that_of_the_profile()
    {
        using var scene = Scene.Create();

        var plan = Planner.Create(scene.Request(
            In("s1", Bucket.Slow), In("m1", Bucket.Mutating), In("f1", Bucket.Fast), In("s2", Bucket.Slow), In("f2", Bucket.Fast), Scene.Shell("f3", "")));

        Assert.Equal(["f1", "f2", "f3", "m1", "s1", "s2"], plan.Checks.Select(check => check.Name));
    }

    [Fact]
    public void A_check_comes_after_what_it_needs_and_else_keeps_its_place()
    {
        using var scene = Scene.Create();
        var last = Scene.Shell("last", "true");
        var middle = Scene.Shell("middle", "true") with { Needs = CheckReferences.Create(last) };
        var first = Scene.Shell("first", "true") with { Needs = CheckReferences.Create(middle) };

        var plan = Planner.Create(scene.Request(first, middle, Scene.Shell("free", "true"), last));

        Assert.Equal(["free", "last", "middle", "first"], plan.Checks.Select(check => check.Name));
        Assert.Equal(["middle"], plan.Checks[3].Needs.Select(check => check.Name));
    }

    [Fact]
    public void What_is_needed_but_not_in_the_profile_neither_runs_nor_gates()
    {
        using var scene = Scene.Create();
        var outside = Scene.Shell("outside", "false");

        var plan = Planner.Create(scene.Request(Scene.Shell("a", "true") with { Needs = CheckReferences.Create(outside) }));

        Assert.Equal(["a"], plan.Checks.Select(check => check.Name));
        Assert.Empty(plan.Checks[0].Needs);
    }

    [Fact]
    public void Two_hundred_checks_that_each_need_the_next_are_turned_around()
    {
        using var scene = Scene.Create();
        var checks = new Check[200];
        for (var i = checks.Length - 1; i >= 0; i--)
        {
            checks[i] = Scene.Shell($"c{i}", "true") with { Needs = i + 1 < checks.Length ? [checks[i + 1]] : [] };
        }

        var plan = Planner.Create(scene.Request(checks));

        Assert.Equal(checks.Reverse().Select(check => check.Name), plan.Checks.Select(check => check.Name));
    }

    [Fact]
    public void A_fixing_run_has_what_mends_and_nothing_else()
    {
        using var scene = Scene.Create();
        var lint = Scene.Shell("lint", "lint") with { Fix = Command.Shell("lint --fix") };

        var plan = Planner.Create(scene.Request(Scene.Shell("test", "test"), lint, In("format", Bucket.Mutating)) with { IsFixing = true });

        Assert.Equal([("lint", Bucket.Mutating, "lint --fix"), ("format", Bucket.Mutating, "true")],
            plan.Checks.Select(check => (check.Name, check.Bucket, check.Command!.Script!)));
    }

    private static Check In(string name, Bucket bucket) => Scene.Shell(name, "true") with { Bucket = bucket };
}
