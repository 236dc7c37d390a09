using System;
using System.IO;
using FirstTry.Git.Hooks;

namespace FirstTry.Git.Tests.Hooks;

[Collection(ProgramsWrittenByTests.Name)]
public sealed class Uninstalling
{
    [Fact]
    public void Changes_nothing_when_nothing_is_installed()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier");
        var before = HookScenario.Photograph(scenario.HooksDirectory);

        var installation = scenario.Installer().Uninstall();

        Assert.Empty(installation.Hooks);
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Fact]
    public void Removes_what_was_installed_where_nothing_had_been()
    {
        using var scenario = HookScenario.Create();
        var before = HookScenario.Photograph(scenario.HooksDirectory);
        scenario.Installer().Install(["pre-commit", "pre-push", "commit-msg"], force: false, scenario.Binary);

        var installation = scenario.Installer().Uninstall();

        Assert.Equal(3, installation.Hooks.Count);
        Assert.All(installation.Hooks, hook => Assert.Equal(HookChange.Removed, hook.Change));
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keeps_an_edited_script_of_ours_beside(bool withEarlier)
    {
        using var scenario = HookScenario.Create();
        if (withEarlier)
        {
            scenario.WriteEarlier("earlier");
        }

        var earlier = withEarlier ? HookScenario.Describe(scenario.Hook()) : null;
        scenario.Install();
        File.AppendAllText(scenario.Hook(), "echo mine\n");
        var edited = HookScenario.Describe(scenario.Hook());

        var report = scenario.Uninstall();

        Assert.Equal(edited, HookScenario.Describe(Assert.Single(report.Kept)));
        Assert.Contains(report.Kept[0], Assert.Single(report.Messages), StringComparison.Ordinal);
        Assert.Equal(withEarlier, File.Exists(scenario.Hook()));
        Assert.Equal(earlier, withEarlier ? HookScenario.Describe(scenario.Hook()) : null);
    }

    [Fact]
    public void Leaves_a_hook_that_somebody_put_over_ours()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("first");
        scenario.Install();
        scenario.WriteEarlier("second");
        var before = HookScenario.Photograph(scenario.HooksDirectory);

        var installation = scenario.Installer().Uninstall();

        Assert.Empty(installation.Hooks);
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Fact]
    public void Gives_back_the_latest_of_several_earlier_hooks_and_names_the_others()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("first");
        scenario.Install();
        scenario.WriteEarlier("second");
        var second = HookScenario.Describe(scenario.Hook());
        scenario.Install();

        var report = scenario.Uninstall();

        Assert.Equal(second, HookScenario.Describe(scenario.Hook()));
        Assert.Contains(scenario.Hook("pre-commit.before-firsttry"), Assert.Single(report.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Also_clears_the_repositorys_own_place_when_hooksPath_was_set_after_installing()
    {
        using var scenario = HookScenario.Create();
        var before = HookScenario.Photograph(scenario.HooksDirectory);
        scenario.Install();
        scenario.Repository.Git("config", "core.hooksPath", "elsewhere");

        var report = scenario.Uninstall();

        Assert.Equal(HookChange.Removed, report.Change);
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }

    [Fact]
    public void Twice_is_as_once()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier");
        var before = HookScenario.Photograph(scenario.HooksDirectory);
        scenario.Install();
        scenario.Uninstall();

        var installation = scenario.Installer().Uninstall();

        Assert.Empty(installation.Hooks);
        Assert.Equal(before, HookScenario.Photograph(scenario.HooksDirectory));
    }
}
