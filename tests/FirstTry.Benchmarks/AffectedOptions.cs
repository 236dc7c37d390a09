using System.Globalization;
using System.IO;

namespace FirstTry.Benchmarks;

/// <summary>Where narrowed runs are measured.</summary>
/// <param name="Repository">The absolute path of a clean repository whose <c>firsttry.yml</c> has the checks of tests to be measured.</param>
/// <param name="Binary">The program under test; null publishes it from this repository first.</param>
/// <param name="Edits">How many files of each kind are edited.</param>
/// <param name="Runs">How often each time is measured: the median is told.</param>
internal sealed record AffectedOptions(string Repository, string? Binary, int Edits, int Runs)
{
    /// <summary>Reads the options of the command line.</summary>
    /// <exception cref="BenchmarkException">An option is unknown, missing or has no fitting value.</exception>
    public static AffectedOptions Parse(string[] arguments, string usage)
    {
        var options = new AffectedOptions("", null, 6, 1);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            options = arguments[i] switch
            {
                "--repository" => options with { Repository = Path.GetFullPath(arguments[i + 1]) },
                "--binary" => options with { Binary = arguments[i + 1] },
                "--edits" when NumberOf(arguments[i + 1]) is > 0 and var edits => options with { Edits = edits },
                "--runs" when NumberOf(arguments[i + 1]) is > 0 and var runs => options with { Runs = runs },
                var unknown => throw new BenchmarkException($"'{unknown} {arguments[i + 1]}' does not fit; {usage}"),
            };
        }

        return Directory.Exists(options.Repository) ? options : throw new BenchmarkException($"--repository names the folder of a repository; {usage}");
    }

    private static int NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
