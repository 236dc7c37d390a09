using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Seeing;

/// <summary>A real terminal with a program in it: tmux, whose screen is what a person would see.</summary>
internal sealed class TmuxTerminal : IDisposable
{
    // A terminal that somebody works in has something on it.
    private const int LinesBefore = 10;
    private const string Over = "(it ended with ";
    private readonly TemporaryRepository _repository;
    private readonly string _socket;

    private TmuxTerminal(TemporaryRepository repository) => (_repository, _socket) = (repository, Path.Combine(repository.Outside, "tmux"));

    /// <summary>Starts firsttry with these arguments in a terminal of this size.</summary>
    internal static TmuxTerminal Start(TemporaryRepository repository, int columns, int rows, params string[] arguments)
    {
        repository.PutFirsttryOnPath();
        repository.Environment["TMUX"] = null;
        var terminal = new TmuxTerminal(repository);
        var command = $"trap : INT; seq -f 'line %g' {LinesBefore}; '{PublishedBinary.Location}' {string.Join(' ', arguments)}; echo \"{Over}$?)\"; cat";
        terminal.Tmux("-f", "/dev/null", "new-session", "-d", "-x", Text(columns), "-y", Text(rows), "sh", "-c", command);
        return terminal;
    }

    /// <summary>What is on the screen, without blank lines at its end.</summary>
    internal string Screen() => string.Join('\n', Tmux("capture-pane", "-p", "-J").Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n') + "\n";

    /// <summary>What is on the screen and what has left it at its top.</summary>
    internal string Everything() => string.Join('\n', Tmux("capture-pane", "-p", "-J", "-S", "-").Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n') + "\n";

    /// <summary>The screen as soon as it shows this text.</summary>
    internal string WaitFor(string text)
    {
        var limit = Stopwatch.StartNew();
        while (true)
        {
            var screen = Screen();
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.True(limit.Elapsed < TimeSpan.FromMinutes(1) && !screen.Contains(Over, StringComparison.Ordinal), $"'{text}' does not come. The screen:\n{screen}");
            Thread.Sleep(50);
        }
    }

    /// <summary>The screen after the program ended with this code.</summary>
    internal string WaitForEnd(int exitCode) => WaitFor($"{Over}{exitCode})");

    internal void Type(string keys) => Tmux("send-keys", keys, "Enter");

    internal void Press(string key) => Tmux("send-keys", key);

    internal void Resize(int columns, int rows) => Tmux("resize-window", "-x", Text(columns), "-y", Text(rows));

    public void Dispose() => _repository.Run("tmux", ["-S", _socket, "kill-server"]);

    private string Tmux(params string[] arguments)
    {
        var result = _repository.Run("tmux", ["-S", _socket, .. arguments]);
        Assert.True(result.ExitCode == 0, $"tmux {string.Join(' ', arguments)}: {result}");
        return result.Output;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
