using System;
using System.IO;
using System.Runtime.Versioning;
using System.Text;
using FirstTry.Git.Hooks;

namespace FirstTry.Git.Tests.Hooks;

[UnsupportedOSPlatform("windows")]
[Collection(ProgramsWrittenByTests.Name)]
public sealed class Installing_again
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Changes_nothing(bool withEarlier, bool force)
    {
        using var scenario = HookScenario.Create();
        if (withEarlier)
        {
            scenario.WriteEarlier("earlier");
        }

        scenario.Install(force: force);
        var once = HookScenario.Photograph(scenario.HooksDirectory);
        var report = scenario.Install(force: force);
        var twice = HookScenario.Photograph(scenario.HooksDirectory);
        scenario.Commit();

        Assert.Equal(HookChange.Unchanged, report.Change);
        Assert.Empty(report.Kept);
        Assert.Equal(once, twice);
        Assert.Equal(withEarlier ? "earlier\n" : null, scenario.Recorded("earlier"));
        Assert.Equal("hook\npre-commit\n--\n", scenario.Recorded("arguments"));
    }

    [Fact]
    public void After_the_program_moved_updates_the_script_and_keeps_the_chain()
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier");
        scenario.Installer().Install(["pre-commit"], force: false, "/somewhere/else/firsttry");

        var report = scenario.Install();
        scenario.Commit();

        Assert.Equal(HookChange.Updated, report.Change);
        Assert.Empty(report.Kept);
        Assert.Equal("earlier\n", scenario.Recorded("earlier"));
        Assert.Equal("hook\npre-commit\n--\n", scenario.Recorded("arguments"));
    }

    [Theory]
    [InlineData("appended")]
    [InlineData("windows line ends")]
    [InlineData("not utf-8")]
    public void Over_an_edited_script_of_ours_keeps_the_edited_one_beside_and_the_chain(string edit)
    {
        using var scenario = HookScenario.Create();
        scenario.WriteEarlier("earlier");
        scenario.Install();
        Edit(scenario.Hook(), edit);
        var edited = HookScenario.Describe(scenario.Hook());

        var report = scenario.Install();
        scenario.Commit();

        Assert.Equal(HookChange.Updated, report.Change);
        Assert.Equal(edited, HookScenario.Describe(Assert.Single(report.Kept)));
        Assert.Contains(report.Kept[0], Assert.Single(report.Messages), StringComparison.Ordinal);
        Assert.Equal("earlier\n", scenario.Recorded("earlier"));
        Assert.Equal("hook\npre-commit\n--\n", scenario.Recorded("arguments"));
    }

    [Fact]
    public void Mends_the_mode_of_our_script()
    {
        using var scenario = HookScenario.Create();
        scenario.Install();
        File.SetUnixFileMode(scenario.Hook(), UnixFileMode.UserRead);

        var report = scenario.Install();

        Assert.Equal(HookChange.Updated, report.Change);
        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(scenario.Hook()));
    }

    [Fact]
    public void Names_given_twice_count_once()
    {
        using var scenario = HookScenario.Create();

        var installation = scenario.Installer().Install(["pre-push", "pre-push"], force: false, binaryPath: null);

        Assert.Equal("pre-push", Assert.Single(installation.Hooks).Name);
    }

    internal static void Edit(string hook, string edit)
    {
        var text = File.ReadAllText(hook);
        byte[] bytes = edit switch
        {
            "appended" => Encoding.UTF8.GetBytes(text + "# mine\n"),
            "windows line ends" => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            _ => [.. Encoding.UTF8.GetBytes(text), (byte)'#', 0xff, (byte)'\n'],
        };
        File.WriteAllBytes(hook, bytes);
    }
}
