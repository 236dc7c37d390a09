using System.Linq;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Planning;

public sealed class Selections
{
    private static readonly Check Ruff = Scene.Shell("ruff", "true") with { Tags = ["python", "lint"] };
    private static readonly Check Black = Scene.Shell("black", "true") with { Tags = ["python"], Bucket = Bucket.Mutating };
    private static readonly Check Mypy = Scene.Shell("mypy", "true") with { Tags = ["types", "python"] };

    [Fact]
    public void A_check_that_is_named_runs_alone_also_when_the_profile_lacks_it()
    {
        Assert.Equal(["mypy"], NamesOf(Request() with { Checks = ["mypy"] }));
        Assert.Equal(["ruff", "mypy"], NamesOf(Request() with { Checks = ["mypy", "ruff"] }));
    }

    [Fact]
    public void A_check_that_is_left_out_is_skipped_with_the_reason()
    {
        var plan = Planner.Create(Request() with { Skip = ["ruff"], SkipByEnvironment = ["black", "mypy"] });

        Assert.Equal([("ruff", "left out by --skip ruff"), ("black", "left out by FIRSTTRY_SKIP")],
            plan.Checks.Select(check => (check.Name, check.SkipReason!)));
    }

    [Fact]
    public void A_tag_picks_from_all_checks_when_no_profile_was_named() =>
        Assert.Equal(["mypy"], NamesOf(Request() with { Tags = ["types"] }));

    [Fact]
    public void A_tag_narrows_the_profile_that_was_named() =>
        Assert.Equal(["ruff", "black"], NamesOf(Request() with { Tags = ["python"], IsProfileNamed = true }));

    [Fact]
    public void A_tag_that_no_check_of_the_named_profile_has_is_no_silent_pass() =>
        Assert.Equal(
            "No check of profile 'quick' has the tag 'types'. Name another profile, or none to pick from all checks.",
            MessageOf(Request() with { Tags = ["types"], IsProfileNamed = true }));

    [Fact]
    public void Names_that_are_not_known_are_refused_with_a_suggestion()
    {
        Assert.Equal(
            "--check: there is no check 'rufff'. Did you mean 'ruff'? Checks: ruff, black, mypy.",
            MessageOf(Request() with { Checks = ["rufff"] }));
        Assert.Equal(
            "--skip: there is no check 'blak'. Did you mean 'black'? Checks: ruff, black, mypy.",
            MessageOf(Request() with { Skip = ["blak"] }));
        Assert.Equal(
            "FIRSTTRY_SKIP: there is no check 'zzz'. Checks: ruff, black, mypy.",
            MessageOf(Request() with { SkipByEnvironment = ["zzz"] }));
        Assert.Equal(
            "--tag: no check has the tag 'typs'. Did you mean 'types'? Tags: python, lint, types.",
            MessageOf(Request() with { Tags = ["typs"] }));
    }

    [Fact]
    public void Workers_and_fail_fast_come_from_the_narrowest_that_says_so()
    {
        var request = Request();
        var wide = request with { Graph = request.Graph with { Workers = 2 } };
        var narrow = wide with { Profile = request.Profile with { Workers = 3, FailFast = FailFast.Never } };

        Assert.Equal((null, FailFast.Bucket), SettingsOf(request));
        Assert.Equal((2, FailFast.Bucket), SettingsOf(wide));
        Assert.Equal((3, FailFast.Never), SettingsOf(narrow));
        Assert.Equal((4, FailFast.Now), SettingsOf(narrow with { Workers = 4, FailFast = FailFast.Now }));
    }

    private static (int? Workers, FailFast FailFast) SettingsOf(RunRequest request)
    {
        var plan = Planner.Create(request);
        return (plan.Workers, plan.FailFast);
    }

    private static RunRequest Request()
    {
        using var scene = Scene.Create();
        var request = scene.Request(Ruff, Black);
        return request with { Graph = new CheckGraph { Checks = [Ruff, Black, Mypy] } };
    }

    private static string[] NamesOf(RunRequest request) => [.. Planner.Create(request).Checks.Select(check => check.Name)];

    private static string MessageOf(RunRequest request) => Assert.Throws<UsageException>(() => Planner.Create(request)).Message;
}
