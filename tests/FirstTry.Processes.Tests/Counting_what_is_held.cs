using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.Processes.Tests;

/// <summary>What this process holds and what is orphaned to it is counted, so nothing else of these tests may run beside it.</summary>
[Collection(nameof(Counting_what_is_held))]
[CollectionDefinition(nameof(Counting_what_is_held), DisableParallelization = true)]
public sealed class Counting_what_is_held
{
    [Fact]
    public void No_descriptor_is_left_open()
    {
        RunAllKinds();
        var before = CountDescriptors();

        for (var i = 0; i < 20; i++)
            RunAllKinds();

        // The runtime opens a few of its own as it goes; a leak of ours would be twenty or more.
        Assert.InRange(CountDescriptors(), 0, before + 10);
    }

    [Fact]
    public void No_zombie_is_left()
    {
        using var process = RunningProcess.Start(Scripts.Sh("exit 0"));

        process.Wait();

        Assert.False(Directory.Exists($"/proc/{process.Id}"));
    }

    [Fact]
    public void A_daemon_that_left_even_its_environment_is_ended_when_only_one_process_can_have_started_it()
    {
        const string daemon = "echo $$ > pid; trap \"\" INT TERM; exec sleep 600 </dev/null >/dev/null 2>&1";
        using var directory = TemporaryDirectory.Create();
        Assert.True(ProcessTree.Adopt());
        var script = $"(env -i setsid sh -c '{daemon}' &); while ! test -s pid; do sleep 0.01; done; sleep 600";
        var spec = Scripts.Sh(script) with { WorkingDirectory = directory.FullPath, Timeout = TimeSpan.FromSeconds(2) };

        var outcome = ProcessRunner.Run(spec with { Grace = TimeSpan.FromMilliseconds(100) });

        Assert.Equal(ProcessEnd.TimedOut, outcome.End);
        var id = File.ReadAllText(directory.PathOf("pid")).Trim();
        Assert.False(Directory.Exists($"/proc/{id}"), $"{id} still runs");
    }

    private static void RunAllKinds()
    {
        ProcessRunner.Run(Scripts.Program("true"));
        ProcessRunner.Run(Scripts.Program("no-such-program"));
        ProcessRunner.Run(Scripts.Program("/etc/passwd"));
        ProcessRunner.Run(Scripts.Program("cat") with { Input = new byte[100_000] });
        ProcessRunner.Run(Scripts.Program("sleep", "60") with { Timeout = TimeSpan.FromMilliseconds(1) });
        using var unread = RunningProcess.Start(Scripts.Program("echo", "unread"));
    }

    private static int CountDescriptors() => Directory.GetFileSystemEntries("/proc/self/fd").Length;
}
