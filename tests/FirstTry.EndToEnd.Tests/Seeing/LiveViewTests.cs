using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Seeing;

/// <summary>What a person sees on a terminal while a run lasts, and what is left of it afterwards.</summary>
public sealed partial class LiveViewTests
{
    // Each check ends when its file is there.
    private const string Config = """
        version: 1
        workers: 2
        checks:
          quick: { run: "true" }
          lint: { run: "until [ -e ../lint ]; do sleep 0.02; done; echo 'a.py:1: bad'; exit 1" }
          a-check-with-a-rather-long-name: { run: "until [ -e ../long ]; do sleep 0.02; done" }
          unit: { run: "until [ -e ../unit ]; do sleep 0.02; done" }
          later: { run: "exit 0", bucket: slow }
        profiles: { p: { checks: [quick, lint, a-check-with-a-rather-long-name, unit, later], fail_fast: never } }
        """;

    [Fact]
    public void A_run_that_lasts_shows_what_runs_and_leaves_its_result_alone()
    {
        using var repository = Repository(Config);
        using var terminal = TmuxTerminal.Start(repository, 80, 20, "run", "p");

        var first = terminal.WaitFor("2 running, 2 wait");
        Go(repository, "lint");
        var second = terminal.WaitFor("2 of 5 done, 2 running");
        Go(repository, "long");
        Go(repository, "unit");
        var end = terminal.WaitForEnd(1);

        Snapshot.Match(Steady($"{OfRun(first)}---\n{OfRun(second)}---\n{OfRun(end)}"), "live-view");
    }

    [Fact]
    public void How_long_a_check_took_before_is_said()
    {
        using var repository = Repository(Config);
        Go(repository, "lint", "long", "unit");
        repository.Firsttry("run", "p");
        File.Delete(Path.Combine(repository.Outside, "lint"));
        using var terminal = TmuxTerminal.Start(repository, 80, 20, "run", "p", "--cache", "off");

        var screen = terminal.WaitFor("1 running");

        Assert.Contains("running   lint  #.# s of about #.# s", Steady(screen), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_that_gets_narrow_and_wide_again_keeps_no_leftovers()
    {
        using var repository = Repository(Config);
        using var terminal = TmuxTerminal.Start(repository, 100, 20, "run", "p");

        terminal.WaitFor("2 running, 2 wait");
        terminal.Resize(30, 20);
        var narrow = terminal.WaitFor("…");
        terminal.Resize(15, 20);
        terminal.Resize(90, 10);
        var wide = terminal.WaitFor("a-check-with-a-rather-long-name");
        Go(repository, "lint", "long", "unit");
        terminal.WaitForEnd(1);

        Snapshot.Match(Steady($"{OfRun(narrow)}---\n{OfRun(wide)}---\n{terminal.Everything()}"), "live-view-resized");
    }

    [Fact]
    public void More_checks_than_lines_are_counted_and_long_output_scrolls()
    {
        var names = Enumerable.Range(1, 12).Select(i => $"c{i}").ToList();
        using var repository = Repository(
            "version: 1\nworkers: 12\nchecks:\n"
            + "  first: { run: \"seq 1 30; exit 1\" }\n"
            + string.Concat(names.Select(name => $"  {name}: {{ run: \"until [ -e ../go ]; do sleep 0.05; done\" }}\n"))
            + $"profiles: {{ p: {{ checks: [first, {string.Join(", ", names)}] }} }}\n");
        using var terminal = TmuxTerminal.Start(repository, 60, 8, "run", "p");

        var crowded = terminal.WaitFor("1 of 13 done, 12 running");
        Go(repository, "go");
        terminal.WaitForEnd(1);

        Snapshot.Match(Steady($"{crowded}---\n{terminal.Everything()}"), "live-view-crowded");
    }

    [Fact]
    public void An_interactive_check_has_the_terminal_for_itself()
    {
        using var repository = Repository("""
            version: 1
            checks:
              first: { run: "sleep 0.4" }
              ask: { run: "sleep 0.5; printf 'your name? '; read name; echo \"hello $name\"", interactive: true }
              last: { run: "true", bucket: slow }
            profiles: { p: { checks: [first, ask, last] } }
            """);
        using var terminal = TmuxTerminal.Start(repository, 60, 15, "run", "p");

        var question = terminal.WaitFor("your name?");
        terminal.Type("Ada");
        var end = terminal.WaitForEnd(0);

        Snapshot.Match(Steady($"{question}---\n{end}"), "live-view-interactive");
    }

    [Fact]
    public void An_interrupt_takes_the_view_away()
    {
        using var repository = Repository(Config);
        using var terminal = TmuxTerminal.Start(repository, 80, 20, "run", "p");

        terminal.WaitFor("2 running, 2 wait");
        terminal.Press("C-c");
        var end = terminal.WaitForEnd(130);

        Assert.DoesNotContain("running   ", end, StringComparison.Ordinal);
        Assert.DoesNotContain("done, ", end, StringComparison.Ordinal);
        Assert.Contains("interrupted: 1 passed", end, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM=dumb")]
    [InlineData("TERM=")]
    [InlineData("CI=true")]
    [InlineData("NO_COLOR=1 --no-progress")]
    public void Where_it_is_not_welcome_a_terminal_gets_no_escape_sequence(string setting)
    {
        using var repository = Repository("version: 1\nchecks: { slow: { run: \"sleep 0.5; echo no; exit 1\" } }\nprofiles: { p: { checks: [slow] } }");
        var parts = setting.Split(' ');

        var written = UnderScript(repository, parts[0], ["run", "p", .. parts.Skip(1)]);

        Assert.Contains("failed    slow  exit code 1", written, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', written);
        Assert.DoesNotContain("running", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_colour_the_view_is_there_and_has_none()
    {
        using var repository = Repository("version: 1\nchecks: { slow: { run: \"sleep 0.5\" } }\nprofiles: { p: { checks: [slow] } }");

        var written = UnderScript(repository, "NO_COLOR=1", ["run", "p"]);

        Assert.Contains("running   slow", written, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\e\[[0-9;]*m", written);
        Assert.DoesNotContain("\e[?1h", written, StringComparison.Ordinal);
        Assert.DoesNotContain("running", written[written.LastIndexOf("\e[J", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    // A terminal again, but every byte that it got.
    private static string UnderScript(TemporaryRepository repository, string setting, string[] arguments)
    {
        repository.Environment["TERM"] = "xterm-256color";
        repository.Environment[setting.Split('=')[0]] = setting.Split('=')[1];
        repository.PutFirsttryOnPath();
        var typescript = Path.Combine(repository.Outside, "typescript");
        repository.Run("script", ["-q", "-c", $"'{PublishedBinary.Location}' {string.Join(' ', arguments)}", typescript]);
        var lines = File.ReadAllText(typescript).Split('\n');
        return string.Join('\n', lines.Where(line => !line.StartsWith("Script ", StringComparison.Ordinal)));
    }

    private static TemporaryRepository Repository(string config, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config + "\n");
        repository.CommitAll();
        return repository;
    }

    private static void Go(TemporaryRepository repository, params string[] names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(repository.Outside, name), "");
        }
    }

    // How much of what was there before has left the screen depends on when the terminal was resized.
    private static string OfRun(string screen) => screen[screen.IndexOf("passed    quick", StringComparison.Ordinal)..];

    // Times are never the same, nor is how many lines are above the screen; a saved time may be too short to be told.
    private static string Steady(string screen) => SavedTime().Replace(AnyTime().Replace(screen, "#.# s"), "");

    [GeneratedRegex(@"\d+(\.\d+)? m?s\b")]
    private static partial Regex AnyTime();

    [GeneratedRegex(@",\s+running\s+at\s+once\s+saved\s+#\.# s")]
    private static partial Regex SavedTime();
}
