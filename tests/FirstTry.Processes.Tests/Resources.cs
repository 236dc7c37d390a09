using System;
using System.IO;

namespace FirstTry.Processes.Tests;

/// <summary>Counts what this process holds, so nothing else of these tests may run beside it.</summary>
[Collection(nameof(Resources))]
[CollectionDefinition(nameof(Resources), DisableParallelization = true)]
public sealed class Resources
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
