using System.Collections.Generic;
using System.Linq;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Planning;

public sealed class SelectionOfFiles
{
    private static readonly string[] Changed = ["README.md", "a.py", "src/b.py", "web/c.py", "web/e.js", "web/lib/d.py", "website/f.py"];

    [Fact]
    public void A_check_gets_the_changed_files_that_match()
    {
        var check = PlanOf(Scene.Shell("a", "x {files}") with { Files = Scene.Globs("*.py") });

        Assert.Equal(["a.py", "src/b.py", "web/c.py", "web/lib/d.py", "website/f.py"], NamesOf(check));
        Assert.Null(check.SkipReason);
    }

    [Fact]
    public void What_is_excluded_is_left_out()
    {
        var check = PlanOf(Scene.Shell("a", "x {files}") with { Files = Scene.Globs("*.py"), Exclude = Scene.Globs("web/**", "a.py") });

        Assert.Equal(["src/b.py", "website/f.py"], NamesOf(check));
    }

    [Fact]
    public void Globs_of_a_check_with_a_root_are_matched_below_it_and_relative_to_it()
    {
        var check = PlanOf(Scene.Shell("a", "x {files}") with { Root = "web", Files = Scene.Globs("lib/*", "web/*") });

        Assert.Equal(["web/lib/d.py"], NamesOf(check));
        Assert.Equal("lib/d.py"u8, check.RelativeToRoot(check.Files[0]));
    }

    [Fact]
    public void A_check_whose_files_did_not_change_is_skipped()
    {
        var check = PlanOf(Scene.Shell("a", "x") with { Files = Scene.Globs("*.rs") });

        Assert.Equal("no files match", check.SkipReason);
    }

    [Fact]
    public void A_check_without_files_runs_whatever_changed_and_is_handed_nothing()
    {
        var check = PlanOf(Scene.Shell("a", "mypy src"));

        Assert.Null(check.SkipReason);
        Assert.Empty(check.Files);
    }

    [Fact]
    public void A_command_that_takes_files_without_choosing_gets_every_changed_one()
    {
        Assert.Equal(Changed, NamesOf(PlanOf(Scene.Shell("a", "x {files}"))));
        Assert.Equal(["web/c.py", "web/e.js", "web/lib/d.py"], NamesOf(PlanOf(Scene.Shell("a", "x {files}") with { Root = "web" })));
        Assert.Equal(Changed, NamesOf(PlanOf(Scene.Shell("a", "x") with { Stdin = StandardInput.Files })));
    }

    [Fact]
    public void A_command_that_takes_files_is_skipped_when_there_are_none()
    {
        using var scene = Scene.Create();

        var plan = Planner.Create(scene.Request(Scene.Shell("a", "x {files}")));

        Assert.Equal("no files changed", plan.Checks[0].SkipReason);
    }

    [Fact]
    public void A_deleted_file_is_never_handed_over()
    {
        using var scene = Scene.Create();

        var plan = Planner.Create(scene.Request(Scene.Shell("a", "x {files}") with { Files = Scene.Globs("*.py") }) with
        {
            Deleted = [RepoPath.FromText("gone.py")],
        });

        Assert.Equal("no files match", plan.Checks[0].SkipReason);
    }

    [Fact]
    public void A_deleted_file_is_a_change_for_a_command_that_finds_its_files_by_itself()
    {
        using var scene = Scene.Create();

        var plan = Planner.Create(scene.Request(Scene.Shell("a", "mypy src") with { Files = Scene.Globs("*.py") }) with
        {
            Deleted = [RepoPath.FromText("gone.py")],
        });

        Assert.Null(plan.Checks[0].SkipReason);
        Assert.Empty(plan.Checks[0].Files);
    }

    [Fact]
    public void A_command_that_wants_the_commit_message_is_skipped_where_there_is_none()
    {
        using var scene = Scene.Create();
        var check = Scene.Shell("a", "lint {message_file}");

        Assert.Equal("only with a commit message: git gives one to commit-msg and prepare-commit-msg", Planner.Create(scene.Request(check)).Checks[0].SkipReason);
        Assert.Null(Planner.Create(scene.Request(check) with { MessageFile = "m" }).Checks[0].SkipReason);
    }

    private static PlannedCheck PlanOf(Check check)
    {
        using var scene = Scene.Create();
        scene.Files.AddRange(Changed.Select(RepoPath.FromText).Order());
        return Planner.Create(scene.Request(check)).Checks[0];
    }

    private static IEnumerable<string> NamesOf(PlannedCheck check) => check.Files.Select(file => file.ToString());
}
