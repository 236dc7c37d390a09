using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Tests.Reporting;

public sealed class JsonReports
{
    [Fact]
    public void A_run_is_one_object_of_the_documented_shape()
    {
        var run = Told.Run(
            Told.Result("ruff", CheckStatus.Passed, output: "ok \"é\"\n"),
            Told.Result("docs", CheckStatus.Skipped, "no files match"));

        var text = TextOf(Told.To(output => new JsonReport(output), run));

        Assert.Equal(
            """
            {"schema":1,"hook":"pre-commit","profile":"quick","verdict":"passed","exit_code":0,"duration_ms":1234.6,"checks":[
            {"name":"ruff","bucket":"fast","status":"passed","cached":false,"reason":"","duration_ms":12.3,"queued_ms":0.3,"saved_ms":0.0,
            "exit_code":0,"files":2,"fingerprint":null,"output":"ok \"é\"\n"},
            {"name":"docs","bucket":"fast","status":"skipped","cached":false,"reason":"no files match","duration_ms":0.0,"queued_ms":0.0,"saved_ms":0.0,
            "exit_code":null,"files":0,"fingerprint":null,"output":""}]}

            """.ReplaceLineEndings("") + "\n",
            text);
    }

    [Fact]
    public void By_hand_there_is_no_hook_and_an_inline_profile_has_no_name()
    {
        var run = Told.Run();
        run = run with { Plan = run.Plan with { Hook = null, Profile = null } };

        var text = TextOf(Told.To(output => new JsonReport(output), run));

        Assert.StartsWith("""{"schema":1,"hook":null,"profile":null,"verdict":"passed",""", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CheckStatus.Passed, "passed", "passed", 0)]
    [InlineData(CheckStatus.Fixed, "fixed", "passed", 0)]
    [InlineData(CheckStatus.Failed, "failed", "failed", 1)]
    [InlineData(CheckStatus.TimedOut, "timed_out", "failed", 1)]
    [InlineData(CheckStatus.Cancelled, "cancelled", "interrupted", 130)]
    [InlineData(CheckStatus.Error, "error", "failed", 1)]
    [InlineData(CheckStatus.Skipped, "skipped", "passed", 0)]
    public void Every_status_has_its_name_and_its_verdict(CheckStatus status, string name, string verdict, int exitCode)
    {
        var run = Told.Run(Told.Result("a", status, "why")) with { IsInterrupted = status == CheckStatus.Cancelled };

        using var json = JsonDocument.Parse(Told.To(output => new JsonReport(output), run));

        Assert.Equal(name, json.RootElement.GetProperty("checks")[0].GetProperty("status").GetString());
        Assert.Equal("why", json.RootElement.GetProperty("checks")[0].GetProperty("reason").GetString());
        Assert.Equal((verdict, exitCode), (json.RootElement.GetProperty("verdict").GetString(), json.RootElement.GetProperty("exit_code").GetInt32()));
    }

    [Fact]
    public void Output_that_is_no_text_is_made_one()
    {
        var run = Told.Run(Told.Result("a", CheckStatus.Failed, "exit code 1") with { Output = [(byte)'a', 0xff, 0, 0x1b, (byte)'z'] });

        using var json = JsonDocument.Parse(Told.To(output => new JsonReport(output), run));

        Assert.Equal("a\uFFFD\0\u001bz", json.RootElement.GetProperty("checks")[0].GetProperty("output").GetString());
    }

    [Fact]
    public void A_failure_that_is_allowed_says_so_in_its_reason()
    {
        var run = Told.Run(Told.Result("a", CheckStatus.Failed, "exit code 1") with { IsFailure = false });

        using var json = JsonDocument.Parse(Told.To(output => new JsonReport(output), run));

        Assert.Equal("exit code 1; allow_failure makes that a warning", json.RootElement.GetProperty("checks")[0].GetProperty("reason").GetString());
        Assert.Equal("passed", json.RootElement.GetProperty("verdict").GetString());
    }

    [Fact]
    public void Lines_tell_what_happens_as_it_happens()
    {
        var run = Told.Run(Told.Result("ruff", CheckStatus.Passed), Told.Result("docs", CheckStatus.Skipped, "no files match"));

        var lines = TextOf(Told.To(output => new JsonLinesReport(output), run, run.Checks.Reverse())).TrimEnd('\n').Split('\n');

        Assert.Equal("""{"event":"run_started","schema":1,"hook":"pre-commit","profile":"quick","checks":["ruff","docs"]}""", lines[0]);
        Assert.StartsWith("""{"event":"check_finished","name":"docs","bucket":"fast","status":"skipped",""", lines[1], StringComparison.Ordinal);
        Assert.Equal("""{"event":"check_started","name":"ruff","bucket":"fast"}""", lines[2]);
        Assert.StartsWith("""{"event":"check_finished","name":"ruff","bucket":"fast","status":"passed",""", lines[3], StringComparison.Ordinal);
        Assert.Equal(
            """{"event":"run_finished","schema":1,"hook":"pre-commit","profile":"quick","verdict":"passed","exit_code":0,"duration_ms":1234.6}""", lines[4]);
        Assert.Equal(5, lines.Length);
    }

    private static string TextOf(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
