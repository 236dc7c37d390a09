using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>Ctrl-C and its kin: every child is ended first, then the run says what was done and exits 130.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void A_signal_ends_every_child_and_the_run_exits_130(string signal)
    {
        var seconds = Random.Shared.Next(100_000, 1_000_000_000);
        using var repository = TemporaryRepository.Create(test: $"signal-{signal}");
        repository.Write("firsttry.yml", $$"""
            version: 1
            checks:
              stubborn: { run: "trap '' INT; echo up > ../stubborn; sleep {{seconds}}; sleep {{seconds}}" }
              plain: { run: "echo up > ../plain; sleep {{seconds}}" }
              later: { run: "touch ../later", bucket: slow }
            workers: 2
            profiles: { p: { checks: [stubborn, plain, later] } }
            """);

        using var run = Start(repository, "run", "p");
        WaitFor(() => File.Exists(Path.Combine(repository.Outside, "stubborn")) && File.Exists(Path.Combine(repository.Outside, "plain")));
        repository.Run("kill", ["-" + signal, run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var output = run.StandardOutput.ReadToEnd();
        Assert.True(run.WaitForExit(TimeSpan.FromMinutes(1)));

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("cancelled stubborn", output, StringComparison.Ordinal);
        Assert.Contains("cancelled plain", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(repository.Outside, "later")));
        Assert.Empty(Processes.CommandLinesWith($"sleep\0{seconds}"));
    }

    [Fact]
    public void Checks_of_a_run_that_is_killed_do_not_go_on()
    {
        var seconds = Random.Shared.Next(100_000, 1_000_000_000);
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", $$"""
            version: 1
            checks:
              stubborn: { run: "trap '' INT TERM HUP; echo up > ../stubborn; while :; do sleep {{seconds}}; done" }
              daemon: { run: "setsid sleep {{seconds}} </dev/null >/dev/null 2>&1 & echo up > ../daemon; sleep {{seconds}}" }
            workers: 2
            profiles: { p: { checks: [stubborn, daemon] } }
            """);

        using var run = Start(repository, "run", "p");
        WaitFor(() => File.Exists(Path.Combine(repository.Outside, "stubborn")) && File.Exists(Path.Combine(repository.Outside, "daemon")));
        Thread.Sleep(500);
        run.Kill();
        run.WaitForExit();

        WaitFor(() => !Processes.CommandLinesWith($"sleep\0{seconds}").Any() && !Processes.CommandLinesWith($"sleep {seconds}").Any());
    }

    private static Process Start(TemporaryRepository repository, params string[] arguments)
    {
        var start = new ProcessStartInfo(PublishedBinary.Location, arguments)
        {
            WorkingDirectory = repository.Root,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in repository.Environment.Where(variable => variable.Value is not null))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static void WaitFor(Func<bool> condition)
    {
        var limit = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(limit.Elapsed < TimeSpan.FromMinutes(1), "it took over a minute");
            Thread.Sleep(10);
        }
    }
}
