using System;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Running;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Reporting;

/// <summary>What a job of GitHub Actions gets besides the text.</summary>
public sealed class GitHubMarks
{
    [Fact]
    public void Output_is_in_a_group_where_no_command_counts_and_places_are_annotated()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("a,b.py"), "");

        var text = TextOf(directory.FullPath, Told.Result("ruff", CheckStatus.Failed, "exit code 1", "a,b.py:1:8: F401 100% unused\n::set-env name=PATH::evil"));

        Assert.Equal(
            """
            failed    ruff  exit code 1  12.3 ms
            ::group::output of ruff
            ::stop-commands::secret
            a,b.py:1:8: F401 100% unused
            ::set-env name=PATH::evil
            ::secret::
            ::endgroup::
              run it alone: firsttry run --check ruff
            ::error file=a%2Cb.py,line=1,col=8,title=ruff%3A F401::100%25 unused
            failed: 1 failed in 1.23 s (checks took 12.3 ms)

            """,
            text);
    }

    [Fact]
    public void A_check_that_names_no_place_gets_one_annotation_and_one_that_may_fail_a_warning()
    {
        var text = TextOf("/nowhere", Told.Result("a", CheckStatus.TimedOut, "not done after 5s"), Told.Result("b", CheckStatus.Failed, "exit code 1") with { IsFailure = false });

        Assert.Contains("\n::error title=a::not done after 5s\n", text, StringComparison.Ordinal);
        Assert.Contains("\n::warning title=b::exit code 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_passes_is_not_annotated() => Assert.DoesNotContain("::", TextOf("/nowhere", Told.Result("a", CheckStatus.Passed, output: "x.py:1:1: no")), StringComparison.Ordinal);

    [Fact]
    public void No_more_annotations_are_given_than_are_shown()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("a.py"), "");

        var text = TextOf(directory.FullPath, Told.Result("ruff", CheckStatus.Failed, "exit code 1", string.Concat(Enumerable.Range(1, 30).Select(line => $"a.py:{line}:1: E1 x\n"))));

        Assert.Equal(10, text.Split("::error ").Length - 1);
    }

    private static string TextOf(string root, params CheckResult[] results) => Encoding.UTF8.GetString(
        Told.To(output => new TextReport(output, Palette.Plain, Verbosity.Normal, new GitHubActions(root, "secret")), Told.Run(results)));
}
