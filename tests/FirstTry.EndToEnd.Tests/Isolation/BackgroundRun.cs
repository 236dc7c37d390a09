using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>A program that runs beside the test.</summary>
internal sealed class BackgroundRun : IDisposable
{
    /// <summary>The script of a check that says when it runs, and waits until the test lets it go on.</summary>
    internal const string Gate = "touch ../in-check; until [ -e ../go ]; do sleep 0.005; done";

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private BackgroundRun(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    internal bool HasEnded => _process.HasExited;

    internal string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    internal static BackgroundRun Start(TemporaryRepository repository, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        repository.PutFirsttryOnPath();
        foreach (var (name, value) in repository.Environment)
        {
            start.Environment[name] = value;
        }

        return new BackgroundRun(Process.Start(start)!);
    }

    /// <summary>Starts it and waits until its check runs.</summary>
    internal static BackgroundRun StartUntilChecked(TemporaryRepository repository, string program, params IEnumerable<string> arguments)
    {
        var run = Start(repository, program, arguments);
        run.WaitUntil(() => File.Exists(Path.Combine(repository.Outside, "in-check")));
        return run;
    }

    /// <summary>Lets the check go on.</summary>
    internal static void LetGo(TemporaryRepository repository) => File.WriteAllText(Path.Combine(repository.Outside, "go"), "");

    internal void Signal(string name) =>
        CommandLine.Run("/", "kill", ["-" + name, Id.ToString(CultureInfo.InvariantCulture)]);

    internal void WaitUntil(Func<bool> condition)
    {
        var limit = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(_process.HasExited, $"it ended: {Said}");
            Assert.True(limit.Elapsed < TimeSpan.FromMinutes(1), $"it took over a minute: {Said}");
            Thread.Sleep(5);
        }
    }

    internal int WaitForExit()
    {
        Assert.True(_process.WaitForExit(TimeSpan.FromMinutes(1)), $"it does not end: {Said}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.Append(line).Append('\n');
        }
    }
}
