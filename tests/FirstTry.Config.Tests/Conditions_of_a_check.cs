using FirstTry.Graph;

namespace FirstTry.Config.Tests;

public sealed class Conditions_of_a_check
{
    [Fact]
    public void A_map_is_one_condition()
    {
        var skip = Assert.Single(Configs.Check("run: x, skip: { os: linux, merge: true, rebase: false, ci: true, hook: pre-push }").Skip);

        Assert.Equal(new Condition { Os = ["linux"], Merge = true, Rebase = false, Ci = true, Hook = ["pre-push"] }, skip);
    }

    [Fact]
    public void A_list_is_as_many_conditions_as_it_has()
    {
        var only = Configs.Check("run: x, only: [{ os: [macos, windows] }, { hook: [pre-commit, pre-push] }]").Only;

        Assert.Equal([new Condition { Os = ["macos", "windows"] }, new Condition { Hook = ["pre-commit", "pre-push"] }], only);
    }

    [Theory]
    [InlineData("RELEASE")]
    [InlineData("[RELEASE]")]
    public void A_variable_may_have_to_be_set(string env)
    {
        Assert.Equal([new EnvironmentRequirement("RELEASE", null)], Configs.Check($"run: x, only: {{ env: {env} }}").Only[0].Env);
    }

    [Fact]
    public void A_variable_may_have_to_have_a_value()
    {
        Assert.Equal([new EnvironmentRequirement("STAGE", "production")], Configs.Check("run: x, only: { env: { STAGE: production } }").Only[0].Env);
    }

    [Fact]
    public void A_branch_is_compared_as_a_whole_and_a_path_at_any_depth()
    {
        var condition = Configs.Check("run: x, only: { branch: main, ref: [refs/tags/**], paths: ['*.md'] }").Only[0];

        Assert.True(condition.Branch!.IsMatch(RepoPath.FromText("main")));
        Assert.False(condition.Branch.IsMatch(RepoPath.FromText("feature/main")));
        Assert.True(condition.Ref!.IsMatch(RepoPath.FromText("refs/tags/v1/rc")));
        Assert.True(condition.Paths!.IsMatch(RepoPath.FromText("docs/a.md")));
    }
}
