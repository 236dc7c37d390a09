using System.Globalization;

namespace FirstTry.Benchmarks;

/// <summary>What to measure: the size of the repository, how much of it is staged, and how often.</summary>
internal sealed record HookOptions
{
    /// <summary>The program under test; null publishes it from this repository first.</summary>
    public string? Binary { get; private init; }

    /// <summary>Tracked files, the staged ones among them.</summary>
    public int Files { get; private init; } = 5001;

    /// <summary>Files with a staged change.</summary>
    public int Staged { get; private init; } = 1;

    /// <summary>Files with a staged change that have another one which is not staged.</summary>
    public int PartlyStaged { get; private init; }

    /// <summary>The mode of remembered results; null for the default.</summary>
    public string? Cache { get; private init; }

    /// <summary>Pairs that count; some more warm up.</summary>
    public int Runs { get; private init; } = 40;

    /// <summary>Reads the options of the command line.</summary>
    /// <exception cref="BenchmarkException">An option is unknown or has no fitting value.</exception>
    public static HookOptions Parse(string[] arguments, string usage)
    {
        var options = new HookOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new BenchmarkException($"{arguments[i]} has no value; {usage}");
            options = arguments[i] switch
            {
                "--binary" => options with { Binary = value },
                "--files" => options with { Files = Number(arguments[i], value) },
                "--staged" => options with { Staged = Number(arguments[i], value) },
                "--partly-staged" => options with { PartlyStaged = Number(arguments[i], value) },
                "--cache" => options with { Cache = value },
                "--runs" => options with { Runs = Number(arguments[i], value) },
                var unknown => throw new BenchmarkException($"'{unknown}' is no option; {usage}"),
            };
        }

        return options.Staged > options.Files ? throw new BenchmarkException("--staged is greater than --files")
            : options.PartlyStaged > options.Staged ? throw new BenchmarkException("--partly-staged is greater than --staged")
            : options;
    }

    private static int Number(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new BenchmarkException($"{option} takes a positive number, not '{value}'");
}
