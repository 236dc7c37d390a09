using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>The built-in checks that prek has too, all of them over many files, beside prek in pairs. Both must pass sound files first and object to a bad one of each kind.</summary>
internal sealed class BuiltinsBenchmark(HookOptions options, TextWriter output)
{
    private const double RatioBudget = 1.0;
    private const int WarmUps = 3;

    private static readonly (string Ours, string Theirs)[] Checks =
    [
        ("trailing-whitespace", "trailing-whitespace"), ("end-of-file", "end-of-file-fixer"), ("mixed-line-ending", "mixed-line-ending"),
        ("byte-order-mark", "fix-byte-order-marker"), ("merge-conflict", "check-merge-conflict"), ("large-files", "check-added-large-files"),
        ("case-conflict", "check-case-conflict"), ("private-key", "detect-private-key"), ("check-json", "check-json"), ("check-yaml", "check-yaml"),
        ("check-toml", "check-toml"), ("check-xml", "check-xml"), ("broken-symlink", "check-symlinks"), ("executable-shebang", "check-executables-have-shebangs"),
    ];

    // The kind of a file, a text that is sound and one that every runner objects to.
    private static readonly (string Ending, string Sound, string Bad)[] Kinds =
    [
        ("json", "{\n  \"name\": \"one\",\n  \"values\": [1, 2, 3, {\"deep\": null}]\n}\n", "{\n"),
        ("yaml", "name: one\nvalues:\n  - 1\n  - two: {deep: null}\n", "a: [\n"),
        ("toml", "name = \"one\"\n[table]\nvalues = [1, 2, 3]\n", "a =\n"),
        ("xml", "<?xml version=\"1.0\"?>\n<root><one a=\"b\">text</one></root>\n", "<a>\n"),
        ("txt", "Words, and more words.\nA second line of them.\n", "words  \n"),
        ("py", "def one(x):\n    return x + 1\n\n\nclass Two:\n    three = \"text\"\n", "key = '-----BEGIN " + "RSA PRIVATE KEY-----'\n"),
    ];

    /// <summary>Measures and prints; true when within budget.</summary>
    /// <exception cref="BenchmarkException">A runner passed a bad file, or refused a sound one.</exception>
    public bool Run()
    {
        var ours = FirstTryProgram.Find(options.Binary) with { Arguments = ["run", "--all-files", "--cache", "off", "--no-progress"] };
        var theirs = Prek.Find();
        Print($"{MachineFacts.Describe()}");
        using var repository = TemporaryRepository.Create(test: "builtins-benchmark");
        Fill(repository, options.Files);
        var environment = repository.Environment.Aggregate(EnvironmentBlock.FromCurrentProcess(), (block, entry) => block.With(entry.Key, entry.Value))
            .With("PREK_HOME", Path.Combine(repository.Outside, "prek"));
        foreach (var peer in (Peer[])[ours, theirs])
            RequireVerdicts(repository, peer, environment);

        Print($"{Checks.Length} built-in checks over {options.Files} files, nothing remembered, {options.Runs} pairs; both refuse a bad file of each of {Kinds.Length} kinds and pass without it");
        var ratio = Measure(repository.Root, ours, theirs, environment);
        Print($"budget: ratio at most {RatioBudget}: {(ratio <= RatioBudget ? "kept" : "EXCEEDED")}");
        return ratio <= RatioBudget;
    }

    /// <summary>Writes and commits so many files of all kinds, and the same checks for both runners.</summary>
    internal static void Fill(TemporaryRepository repository, int files)
    {
        for (var i = 0; i < files - 2; i++)
        {
            var (ending, sound, _) = Kinds[i % Kinds.Length];
            repository.Write(string.Create(CultureInfo.InvariantCulture, $"d{i / 100:d3}/f{i % 100:d2}.{ending}"), sound);
        }

        var (mine, yours) = (new StringBuilder("version: 1\nchecks:\n"), new StringBuilder("repos:\n- repo: builtin\n  hooks:\n"));
        foreach (var (our, their) in Checks)
        {
            mine.Append(CultureInfo.InvariantCulture, $"  {our}: {{ uses: {our} }}\n");
            yours.Append(CultureInfo.InvariantCulture, $"  - id: {their}\n");
        }

        repository.Write("firsttry.yml", mine.Append(CultureInfo.InvariantCulture, $"hooks:\n  pre-commit: {{ checks: [{string.Join(", ", Checks.Select(check => check.Ours))}] }}\n").ToString());
        repository.Write(".pre-commit-config.yaml", yours.ToString());
        repository.CommitAll();
    }

    /// <summary>The runner passes all files, does something about a bad one of each kind, and passes again.</summary>
    /// <exception cref="BenchmarkException">It does not.</exception>
    internal static void RequireVerdicts(TemporaryRepository repository, Peer peer, EnvironmentBlock environment)
    {
        Require(peer, repository.Root, environment, passes: true);
        foreach (var (ending, _, bad) in Kinds)
        {
            repository.Write("bad." + ending, bad);
            repository.Git("add", "bad." + ending);

            // A runner that mends says so by another verdict than one that refuses: what counts is that it did something.
            var outcome = peer.Run(repository.Root, environment);
            if (outcome.Succeeded && repository.Read("bad." + ending) == bad)
                throw new BenchmarkException($"{peer.Name} passed bad.{ending}");

            repository.Git("rm", "--quiet", "--force", "bad." + ending);
        }

        Require(peer, repository.Root, environment, passes: true);
    }

    private static void Require(Peer peer, string root, EnvironmentBlock environment, bool passes)
    {
        var outcome = peer.Run(root, environment);
        if (outcome.Succeeded != passes)
            throw new BenchmarkException($"{peer.Name} ended with {outcome.ExitCode}: {outcome.Failure}{Encoding.UTF8.GetString(outcome.Output)}");
    }

    private double Measure(string root, Peer ours, Peer theirs, EnvironmentBlock environment)
    {
        var (oursTimes, theirsTimes, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -WarmUps; i < options.Runs; i++)
        {
            var first = (i % 2 == 0 ? ours : theirs).Run(root, environment);
            var second = (i % 2 == 0 ? theirs : ours).Run(root, environment);
            if (!first.Succeeded || !second.Succeeded)
                throw new BenchmarkException("a run failed");

            var (our, their) = i % 2 == 0 ? (first, second) : (second, first);
            if (i >= 0)
            {
                oursTimes.Add(our.Duration.TotalMilliseconds);
                theirsTimes.Add(their.Duration.TotalMilliseconds);
                ratios.Add(our.Duration / their.Duration);
            }
        }

        PrintTimes(ours.Name, Statistics.Of(oursTimes));
        PrintTimes(theirs.Name, Statistics.Of(theirsTimes));
        var ratio = Statistics.Of(ratios);
        Print($"ratio of each pair: median {ratio.Median:0.000}, quartiles {ratio.LowerQuartile:0.000}–{ratio.UpperQuartile:0.000}");
        return ratio.Median;
    }

    private void PrintTimes(string name, Statistics times) => Print(
        $"{name,-16} median {times.Median,7:0.00} ms, quartiles {times.LowerQuartile:0.00}–{times.UpperQuartile:0.00}, all {times.Minimum:0.00}–{times.Maximum:0.00}");

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
