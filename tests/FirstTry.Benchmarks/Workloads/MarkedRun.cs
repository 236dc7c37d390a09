using System;
using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>What really ran, as the checks themselves have marked it outside of the repository.</summary>
/// <param name="Ran">The checks that ran, with how much they did where they tell, as <c>unit of 3 files</c>.</param>
/// <param name="Failed">Those of them that objected, each once.</param>
internal sealed record MarkedRun(IReadOnlyList<string> Ran, IReadOnlyList<string> Failed)
{
    /// <summary>Reads marks: <c>NAME CODE</c> when a check has ended, <c>+NAME TEXT</c> for what it did.</summary>
    /// <exception cref="BenchmarkException">A line is no mark.</exception>
    public static MarkedRun Read(IEnumerable<string> lines)
    {
        var (ran, failed, texts) = (new List<string>(), new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space <= 0)
                throw new BenchmarkException($"'{line}' is no mark of a check");

            var (name, rest) = (line[..space], line[(space + 1)..]);
            if (name[0] == '+')
            {
                texts[name[1..]] = rest;
                continue;
            }

            ran.Add(name);
            if (rest != "0")
                failed.Add(name);
        }

        return new MarkedRun(
            [.. ran.Select(name => texts.TryGetValue(name, out var text) ? $"{name} of {text}" : name).Order(StringComparer.Ordinal)],
            [.. failed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
