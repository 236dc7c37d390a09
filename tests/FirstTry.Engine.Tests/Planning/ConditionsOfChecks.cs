using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Planning;

public sealed class ConditionsOfChecks
{
    private static readonly RunFacts Facts = new()
    {
        Environment = Processes.EnvironmentBlock.From(new Dictionary<string, string> { ["CI"] = "true", ["MODE"] = "full", ["EMPTY"] = "" }),
        Os = "linux",
        Hook = "pre-push",
        Branch = () => "main",
        Ref = () => "refs/heads/main",
        PushedRefs = ["refs/tags/v1"],
        IsMerging = () => true,
    };

    public static TheoryData<string, bool, string> Cases => new()
    {
        { "os linux", true, "on linux or macos" },
        { "os windows", false, "on windows" },
        { "branch", true, "on branch main" },
        { "other branch", false, "on branch topic" },
        { "ref", true, "on ref refs/heads/*" },
        { "pushed ref", true, "on ref refs/tags/*" },
        { "merge", true, "during a merge" },
        { "no merge", false, "outside of a merge" },
        { "rebase", false, "during a rebase" },
        { "no rebase", true, "outside of a rebase" },
        { "ci", true, "in CI" },
        { "no ci", false, "outside of CI" },
        { "env", true, "when MODE is set" },
        { "empty env", false, "when EMPTY is set" },
        { "env value", true, "when MODE is 'full'" },
        { "other env value", false, "when MODE is 'quick'" },
        { "hook", true, "in hook pre-commit or pre-push" },
        { "other hook", false, "in hook pre-commit" },
        { "paths", true, "with changes in docs/**" },
        { "deleted paths", true, "with changes in old/**" },
        { "other paths", false, "with changes in src/**" },
        { "both", true, "on linux and on branch main" },
        { "one of both", false, "on linux and on branch topic" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_condition_lets_a_check_run_or_says_why_not(string name, bool holds, string text)
    {
        var condition = Named(name);

        var only = SkipReason(new Check("a") { Run = Command.Shell("x"), Only = [condition] });
        var skip = SkipReason(new Check("a") { Run = Command.Shell("x"), Skip = [condition] });

        Assert.Equal(holds ? null : "only " + text, only);
        Assert.Equal(holds ? "not " + text : null, skip);
    }

    [Fact]
    public void One_of_several_conditions_is_enough()
    {
        Assert.Null(SkipReason(new Check("a") { Run = Command.Shell("x"), Only = [Named("other branch"), Named("branch")] }));
        Assert.Equal("only on branch topic, or on windows",
            SkipReason(new Check("a") { Run = Command.Shell("x"), Only = [Named("other branch"), Named("os windows")] }));
        Assert.Equal("not on branch main", SkipReason(new Check("a") { Run = Command.Shell("x"), Skip = [Named("other branch"), Named("branch")] }));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    [InlineData("1", true)]
    [InlineData("woodpecker", true)]
    public void A_build_server_is_known_by_the_variable_CI(string? value, bool isCi) =>
        Assert.Equal(isCi, new RunFacts { Environment = Processes.EnvironmentBlock.Empty.With("CI", value) }.IsCi);

    [Fact]
    public void The_repository_is_not_asked_for_what_no_condition_wants()
    {
        var facts = Facts with { Branch = () => throw new InvalidOperationException(), IsMerging = () => throw new InvalidOperationException() };

        Assert.Equal("only on windows and on branch main",
            SkipReason(new Check("a") { Run = Command.Shell("x"), Only = [Named("os windows") with { Branch = Scene.Globs("main") }] }, facts));
    }

    private static Condition Named(string name) => name switch
    {
        "os linux" => new Condition { Os = ["linux", "macos"] },
        "os windows" => new Condition { Os = ["windows"] },
        "branch" => new Condition { Branch = Scene.Globs("main") },
        "other branch" => new Condition { Branch = Scene.Globs("topic") },
        "ref" => new Condition { Ref = Scene.Globs("refs/heads/*") },
        "pushed ref" => new Condition { Ref = Scene.Globs("refs/tags/*") },
        "merge" => new Condition { Merge = true },
        "no merge" => new Condition { Merge = false },
        "rebase" => new Condition { Rebase = true },
        "no rebase" => new Condition { Rebase = false },
        "ci" => new Condition { Ci = true },
        "no ci" => new Condition { Ci = false },
        "env" => new Condition { Env = [new EnvironmentRequirement("MODE", null)] },
        "empty env" => new Condition { Env = [new EnvironmentRequirement("EMPTY", null)] },
        "env value" => new Condition { Env = [new EnvironmentRequirement("MODE", "full")] },
        "other env value" => new Condition { Env = [new EnvironmentRequirement("MODE", "quick")] },
        "hook" => new Condition { Hook = ["pre-commit", "pre-push"] },
        "other hook" => new Condition { Hook = ["pre-commit"] },
        "paths" => new Condition { Paths = Scene.Globs("docs/**") },
        "deleted paths" => new Condition { Paths = Scene.Globs("old/**") },
        "other paths" => new Condition { Paths = Scene.Globs("src/**") },
        "both" => new Condition { Os = ["linux"], Branch = Scene.Globs("main") },
        "one of both" => new Condition { Os = ["linux"], Branch = Scene.Globs("topic") },
        _ => throw new ArgumentException(name),
    };

    private static string? SkipReason(Check check, RunFacts? facts = null) => Planner.Create(new RunRequest
    {
        Graph = new CheckGraph { Checks = [check] },
        Profile = new Profile("p") { Checks = [check] },
        WorktreeRoot = "/nowhere",
        Facts = facts ?? Facts,
        Files = [RepoPath.FromText("docs/a.md")],
        Deleted = [RepoPath.FromText("old/b.md")],
    }).Checks[0].SkipReason;
}
