using System.IO;
using System.Linq;
using FirstTry.Engine.Running;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

/// <summary>
/// Which mutating checks run beside each other: those whose files, inputs and outputs cannot meet. Checks prove it to each other by files; none of
/// these tests looks at a clock.
/// </summary>
public sealed class FixersBesideEachOther
{
    private static readonly Duration Bound = new(20_000);

    [Fact]
    public void Fixers_that_are_handed_other_files_run_at_once()
    {
        using var scene = WithFiles();

        var result = Run(scene, Meeting("py", "*.py", "{files}"), Meeting("md", "*.md", "{files}"), Meeting("js", "*.js", "{files}"));

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Fact]
    public void Fixers_that_find_files_by_themselves_run_at_once_where_no_path_is_in_both()
    {
        using var scene = WithFiles();

        var result = Run(scene, Meeting("py", "*.py", ""), Meeting("md", "*.{md,txt}", ""), Meeting("js", "*.js", "{files}"));

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
    }

    [Theory]
    [InlineData("the same files")]
    [InlineData("a file of both")]
    [InlineData("nothing said")]
    [InlineData("inputs of the other")]
    [InlineData("outputs of the other")]
    [InlineData("everything as input")]
    [InlineData("inputs elsewhere")]
    [InlineData("links unknown")]
    [InlineData("a link")]
    [InlineData("a link among the files")]
    [InlineData("a name with wildcards")]
    public void Fixers_that_may_meet_run_one_after_another_in_the_order_of_the_profile(string why)
    {
        using var scene = WithFiles();
        if (why == "a link among the files")
        {
            File.CreateSymbolicLink(scene.PathOf("z.md"), "a.py");
            scene.Files.Add(RepoPath.FromText("z.md"));
        }

        var first = Lone("first", "*.py", "{files}");
        var second = Lone("second", "*.md", "{files}");
        first = why == "a name with wildcards" ? Lone("first", "*.py", "") : first;
        second = why switch
        {
            "the same files" => Lone("second", "*.py", "{files}"),
            "a file of both" => Lone("second", "a.*", ""),
            "nothing said" => Lone("second", null, ""),
            "inputs of the other" => second with { Inputs = Scene.Globs("a.py") },
            "outputs of the other" => second with { Outputs = Scene.Globs("src/*", "*.py") },
            "everything as input" => Lone("second", null, "") with { Outputs = Scene.Globs("*.lock") },
            "a name with wildcards" => second with { Outputs = Scene.Globs("*.lock"), Inputs = Scene.Globs("*.toml") },
            "inputs elsewhere" => second with { ExtraInputs = Scene.Globs("build/*") },
            _ => second,
        };
        var odd = new OddPaths(why == "a link" ? [RepoPath.FromText("b.md")] : [], HaveWildcards: why == "a name with wildcards");
        var context = scene.Context() with { FindOddPaths = why == "links unknown" ? null : () => odd };

        var result = scene.Run(scene.Request(first, second), context);

        Assert.All(result.Checks, check => Assert.True(check.Status == CheckStatus.Passed, $"{check.Name}: {check.Status} {check.Reason}"));
        Assert.Equal(["first", "second"], File.ReadAllLines(scene.PathOf("order")));
    }

    [Fact]
    public void What_a_fixer_follows_is_not_overtaken_by_it_when_another_one_is_between_them()
    {
        using var scene = WithFiles();
        var (long1, other, last) = (Lone("long", "*.py", "{files}"), Meeting("other", "*.md", "{files}") with { Run = Command.Shell("touch other; : {files}") }, Lone("last", "*.py", "{files}"));

        var result = Run(scene, long1, other, last);

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));
        Assert.Equal(["long", "last"], File.ReadAllLines(scene.PathOf("order")));
    }

    [Fact]
    public void Each_of_several_at_once_is_told_what_it_has_changed()
    {
        using var scene = WithFiles();

        var result = Run(scene, Meeting("py", "*.py", "{files}", "echo x >> a.py"), Meeting("md", "*.md", "{files}"), Meeting("js", "*.js", "", "echo x >> c.js"));

        Assert.Equal(
            [("py", CheckStatus.Fixed, "fixed a.py"), ("md", CheckStatus.Passed, null), ("js", CheckStatus.Fixed, "fixed c.js")],
            result.Checks.Select(check => (check.Name, check.Status, check.Reason)));
    }

    [Fact]
    public void A_change_that_none_of_several_answers_for_is_blamed_on_none_of_them()
    {
        using var scene = WithFiles();
        var context = Context(scene) with { FindUnstaged = () => File.Exists(scene.PathOf("strange")) ? [RepoPath.FromText("strange")] : [] };

        var result = scene.Run(scene.Request(Meeting("py", "*.py", "{files}", "touch strange"), Meeting("md", "*.md", "{files}"), Meeting("js", "*.js", "{files}")), context);

        Assert.All(result.Checks, check => Assert.Equal("changed during the run: strange, while py, md, js ran", check.Reason));
    }

    [Fact]
    public void What_a_built_in_fixer_did_not_write_is_not_its_fix()
    {
        using var scene = WithFiles();
        scene.Change("w.py", "x \n");
        var check = new Check("spaces") { Uses = new Adapter("trailing-whitespace", EquatableArray<AdapterOption>.Empty), Files = Scene.Globs("*.py") };

        var result = Run(scene, check);

        Assert.Equal((CheckStatus.Fixed, "fixed w.py"), (result.Checks[0].Status, result.Checks[0].Reason));
    }

    [Fact]
    public void Stopping_now_ends_the_fixer_that_runs_beside_one_that_fails()
    {
        using var scene = WithFiles(FailFast.Now);
        var running = Fixer("running", "*.py", "sleep 300 & echo $! > child; touch ready; wait; : {files}");
        var failing = Fixer("failing", "*.md", "until [ -e ready ]; do sleep 0.01; done; : {files}; exit 1");

        var result = Run(scene, running, failing, Fixer("waiting", "*.py", ": {files}"));

        Assert.Equal(
            [
                (CheckStatus.Cancelled, "failing failed, and fail_fast is 'now'"),
                (CheckStatus.Failed, "exit code 1"),
                (CheckStatus.Skipped, "failing failed, and fail_fast is 'now'"),
            ],
            result.Checks.Select(check => (check.Status, check.Reason)));
        Trees.AssertGone(scene.Read("child"));
    }

    [Fact]
    public void A_failure_that_is_allowed_does_not_end_the_fixer_beside_it()
    {
        using var scene = WithFiles(FailFast.Now);
        var running = Fixer("running", "*.py", "touch ready; until [ -e failing ]; do sleep 0.01; done; sleep 0.2; : {files}");
        var failing = Fixer("failing", "*.md", "until [ -e ready ]; do sleep 0.01; done; touch failing; : {files}; exit 1") with { AllowFailure = true };

        var result = Run(scene, running, failing);

        Assert.Equal([CheckStatus.Passed, CheckStatus.Failed], result.Checks.Select(check => check.Status));
    }

    [Fact]
    public void A_bug_in_the_verdict_of_one_of_several_ends_the_run_and_no_thread_waits_for_the_others()
    {
        using var scene = WithFiles();
        var context = Context(scene) with
        {
            Commit = new CommitInProgress { Staged = scene.Files, Stage = _ => throw new System.InvalidOperationException("bug") },
        };

        var exception = Assert.Throws<System.InvalidOperationException>(() => scene.Run(
            scene.Request(Meeting("py", "*.py", "{files}", "echo x >> a.py"), Meeting("md", "*.md", "{files}"), Meeting("js", "*.js", "{files}")), context));

        Assert.Equal("bug", exception.Message);
    }

    private static RunResult Run(Scene scene, params Check[] checks) => scene.Run(scene.Request(checks), Context(scene));

    private static RunContext Context(Scene scene) => scene.Context() with { FindOddPaths = static () => new OddPaths([], HaveWildcards: false) };

    private static Scene WithFiles(FailFast failFast = FailFast.Bucket, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var scene = Scene.Create(cores: 4, failFast: failFast, test: test);
        foreach (var name in new[] { "a.py", "b.md", "c.js" })
        {
            scene.Change(name, "text\n");
        }

        return scene;
    }

    // Passes only while two others are there at the same time.
    private static Check Meeting(string name, string files, string handed, string then = ":") => Fixer(
        name, files, $"mkdir -p meeting; touch meeting/{name}; until [ $(ls meeting | wc -l) -ge 3 ]; do sleep 0.01; done; {then}; : {handed}");

    // Fails when another one is there at the same time.
    private static Check Lone(string name, string? files, string handed) =>
        Fixer(name, files, $"mkdir lock || exit 1; echo {name} >> order; sleep 0.05; rmdir lock; : {handed}");

    private static Check Fixer(string name, string? files, string script) =>
        Scene.Shell(name, script) with { Bucket = Bucket.Mutating, Files = files is null ? null : Scene.Globs(files), Timeout = Bound };
}
