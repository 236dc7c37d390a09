using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using FirstTry.Testing;
using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>Whenever a run is ended, by whatever signal: what was hidden is back, and the fix is in the index and in the file, or in neither.</summary>
public sealed class SignalsAtRandomTests(ITestOutputHelper output)
{
    private const string Checks = """
            first: { run: "sleep 0.02" }
            mend:
              run: "grep -q todo {files} && sed -i s/todo/done/ {files}; sleep 0.02"
              files: "a.txt"
              bucket: mutating
            last: { run: "sleep 0.03", bucket: slow }
        """;

    private static readonly string[] Signals = ["INT", "TERM", "HUP", "KILL"];

    [Fact]
    public void Every_byte_is_back_and_a_fix_is_whole_or_not_at_all()
    {
        var wanted = Number("FIRSTTRY_SIGNALS", 300);
        var seed = Number("FIRSTTRY_SIGNALS_SEED", Environment.TickCount & 0xFFFFFF);
        output.WriteLine($"seed {seed} (FIRSTTRY_SIGNALS_SEED), {wanted} signals (FIRSTTRY_SIGNALS)");
        var random = new Random(seed);
        using var repository = Prepared();
        var (tree, window) = (Picture(repository), Measure(repository));
        var (early, fixedOnes, finished) = (0, 0, 0);
        var counts = new int[Signals.Length];
        for (var i = 0; i - finished < wanted; i++)
        {
            Assert.True(i < MostRounds(wanted), $"seed {seed}: of {i} runs {finished} had ended before the signal came");
            Reset(repository);
            var signal = Signals[i % Signals.Length];
            var (exitCode, said) = Interrupt(repository, signal, random.NextDouble() * window);
            if (signal == "KILL")
            {
                repository.Firsttry("recover");
            }
            else
            {
                // Before the run begins, a signal ends the program in the way of the system.
                Assert.True(exitCode is 0 or 130 or 129 or 143, $"seed {seed}, round {i}: SIG{signal} ended it with {exitCode}: {said}");
            }

            Assert.True(tree == Picture(repository), $"seed {seed}, round {i}, SIG{signal}: {Picture(repository)}");
            var isFixed = repository.Git("show", ":a.txt").Contains("done", StringComparison.Ordinal);
            var expected = isFixed ? "1\ndone\n" : "1\ntodo\n";
            Assert.True(
                repository.Read("a.txt").StartsWith(expected, StringComparison.Ordinal) && repository.Read("a.txt").Contains("\nten\n", StringComparison.Ordinal),
                $"seed {seed}, round {i}, SIG{signal}: the index is {(isFixed ? "mended" : "as it was")}, and the file is\n{repository.Read("a.txt")}");

            // A run that was over first has not been signalled. The window follows the machine, which is not as busy all the time.
            var isOver = exitCode == 0;
            window *= isOver ? 0.9 : 1.02;
            (finished, early, fixedOnes) = isOver ? (finished + 1, early, fixedOnes) : (finished, early + (isFixed ? 0 : 1), fixedOnes + (isFixed ? 1 : 0));
            counts[i % Signals.Length] += isOver ? 0 : 1;
        }

        output.WriteLine($"{wanted} signals came during a run ({string.Join(", ", Signals.Zip(counts, (name, count) => $"{name} {count}"))}), {early} before the fix, {fixedOnes} after it; {finished} runs were over first");
    }

    private static int MostRounds(int wanted) => wanted * 4;

    private static (int ExitCode, string Said) Interrupt(TemporaryRepository repository, string signal, double milliseconds)
    {
        using var run = BackgroundRun.Start(repository, PublishedBinary.Location, "hook", "pre-commit");
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalMilliseconds < milliseconds && !run.HasEnded)
        {
            System.Threading.Thread.Sleep(1);
        }

        run.Signal(signal);
        return (run.WaitForExit(), run.Said);
    }

    private static TemporaryRepository Prepared()
    {
        var repository = HookedRepository.Create(Checks, isolate: "all", names: "[first, mend, last]");
        TreePicture.Shell(repository, """
            sed s/^2$/todo/ a.txt > ../staged; sed s/^10$/ten/ ../staged > ../own
            echo more >> b.txt; rm -r dir; chmod -x run.sh; ln -sfn b.txt link; head -c 5000 /dev/urandom > blob.bin
            echo loose > loose.txt; mkdir deep; echo loose > deep/loose.txt
            """);
        Reset(repository);
        return repository;
    }

    private static void Reset(TemporaryRepository repository) =>
        TreePicture.Shell(repository, "rm -f .git/index.lock sed??????; cat ../staged > a.txt; git add a.txt; cat ../own > a.txt");

    // Everything but the file that is mended, which is compared by itself, folders made anew, and the temporary file of a sed that was ended.
    private static string Picture(TemporaryRepository repository) =>
        TreePicture.Shell(repository, """
            find . -path ./.git -prune -o ! -type d ! -name a.txt ! -name 'sed??????' -printf '%p %y %m %T@ %l\n' | LC_ALL=C sort
            find . -path ./.git -prune -o -type f ! -name a.txt ! -name 'sed??????' -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum
            """);

    // How long a run takes that nobody disturbs; the longest of three, so that signals come at every time.
    private static double Measure(TemporaryRepository repository)
    {
        var longest = 0.0;
        for (var i = 0; i < 3; i++)
        {
            Reset(repository);
            var clock = Stopwatch.StartNew();
            Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);
            longest = Math.Max(longest, clock.Elapsed.TotalMilliseconds);
        }

        return longest;
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
