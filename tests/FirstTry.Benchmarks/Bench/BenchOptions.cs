using System.Globalization;

namespace FirstTry.Benchmarks.Bench;

/// <summary>What <c>bench</c> measures, how often, and where the report goes.</summary>
internal sealed record BenchOptions
{
    /// <summary>The options as they are typed.</summary>
    public const string Usage = "bench [--quick] [--only NAME[,NAME…]] [--runs N] [--out FOLDER] [--binary PATH]";

    private const int QuickRuns = 5;

    /// <summary>The program under test; null publishes it from this repository first.</summary>
    public string? Binary { get; private init; }

    /// <summary>Few rounds and small sizes: shows that everything works, not what it takes.</summary>
    public bool IsQuick { get; private init; }

    /// <summary>Rounds of a case; null leaves them to the case.</summary>
    public int? Runs { get; private init; }

    /// <summary>The cases to measure; empty for all.</summary>
    public string[] Only { get; private init; } = [];

    /// <summary>The folder of the report.</summary>
    public string Output { get; private init; } = "artifacts/bench";

    /// <summary>How many rounds a case measures that takes so many when nobody says otherwise.</summary>
    public int RoundsOr(int usual) => Runs ?? (IsQuick && usual > QuickRuns ? QuickRuns : usual);

    /// <summary>A size: the usual one, or the small one of a quick run.</summary>
    public int SizeOr(int usual, int quick) => IsQuick ? quick : usual;

    /// <summary>Reads the options of the command line.</summary>
    /// <exception cref="BenchmarkException">An option is unknown or has no fitting value.</exception>
    public static BenchOptions Parse(string[] arguments)
    {
        var options = new BenchOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var option = arguments[i];
            if (option == "--quick")
            {
                options = options with { IsQuick = true };
                continue;
            }

            var value = ++i < arguments.Length ? arguments[i] : throw new BenchmarkException($"'{option}' is no option or has no value; usage: {Usage}");
            options = option switch
            {
                "--binary" => options with { Binary = value },
                "--out" => options with { Output = value },
                "--only" => options with { Only = value.Split(',') },
                "--runs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0 => options with { Runs = runs },
                "--runs" => throw new BenchmarkException($"--runs takes a positive number, not '{value}'"),
                _ => throw new BenchmarkException($"'{option}' is no option; usage: {Usage}"),
            };
        }

        return options;
    }
}
