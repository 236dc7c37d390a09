using System;

namespace FirstTry.Benchmarks.Micro;

/// <summary>Which microbenchmarks run, how thoroughly, and where their report goes.</summary>
internal sealed record MicroOptions
{
    /// <summary>The options as they are typed.</summary>
    public const string Usage = "micro [--quick] [--only NAME[,NAME…]] [--out FOLDER]";

    /// <summary>A short job: few iterations.</summary>
    public bool IsQuick { get; private init; }

    /// <summary>The benchmarks to run; empty for all.</summary>
    public string[] Only { get; private init; } = [];

    /// <summary>The folder of the report.</summary>
    public string Output { get; private init; } = "artifacts/micro";

    /// <summary>Reads the options of the command line.</summary>
    /// <exception cref="BenchmarkException">An option is unknown or has no value.</exception>
    public static MicroOptions Parse(string[] arguments)
    {
        var options = new MicroOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            options = (arguments[i], i + 1 < arguments.Length) switch
            {
                ("--quick", _) => options with { IsQuick = true },
                ("--only", true) => options with { Only = arguments[++i].Split(',', StringSplitOptions.RemoveEmptyEntries) },
                ("--out", true) => options with { Output = arguments[++i] },
                _ => throw new BenchmarkException($"'{arguments[i]}' is no option or has no value; usage: {Usage}"),
            };
        }

        return options;
    }
}
