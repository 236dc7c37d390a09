using System;
using System.Globalization;
using System.IO;
using System.Threading;
using FirstTry.Testing;

namespace FirstTry.Processes.Tests;

/// <summary>What a process leaves behind is found below this one, which must therefore have nothing else running.</summary>
[Collection(nameof(Alone))]
public sealed class Ending_what_is_left
{
    public Ending_what_is_left() => ProcessTree.Adopt();

    [Theory]
    [InlineData("setsid sh -c 'echo $$ > pid; exec sleep 600' </dev/null >/dev/null 2>&1 &")]
    [InlineData("(env -i setsid sh -c 'echo $$ > pid; exec sleep 600' </dev/null >/dev/null 2>&1 &)")]
    [InlineData("(setsid sh -c 'trap \"\" INT TERM HUP; echo $$ > pid; while :; do sleep 1; done' </dev/null >/dev/null 2>&1 &)")]
    public void A_daemon_that_its_process_left_behind_is_ended_and_awaited(string script)
    {
        using var directory = TemporaryDirectory.Create();
        var outcome = ProcessRunner.Run(Scripts.Sh(script) with { WorkingDirectory = directory.FullPath });
        SpinWait.SpinUntil(() => File.Exists(directory.PathOf("pid")) && new FileInfo(directory.PathOf("pid")).Length > 0, TimeSpan.FromSeconds(30));
        var daemon = int.Parse(File.ReadAllText(directory.PathOf("pid")), CultureInfo.InvariantCulture);

        var ended = ProcessTree.EndLeftovers(TimeSpan.FromMilliseconds(200));

        Assert.Equal(ProcessEnd.Exited, outcome.End);
        Assert.True(ended > 0);
        Assert.False(Directory.Exists($"/proc/{daemon}"), "the daemon is still there");
    }

    [Fact]
    public void Nothing_left_is_nothing_to_do()
    {
        ProcessRunner.Run(Scripts.Sh("true"));

        Assert.Equal(0, ProcessTree.EndLeftovers(TimeSpan.FromMinutes(1)));
    }
}
