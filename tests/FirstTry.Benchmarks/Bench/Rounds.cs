using System;
using System.Collections.Generic;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Bench;

/// <summary>Rounds in which every contender has one turn, right after one another, so that a slow moment of the machine meets all of them.</summary>
internal static class Rounds
{
    /// <summary>Runs the rounds and returns a measurement for each contender, in their order.</summary>
    /// <param name="warmUps">Rounds before, which do not count.</param>
    /// <param name="prepare">Is called before each turn, outside of what is measured.</param>
    public static List<Measurement> Of(IReadOnlyList<Contender> contenders, int rounds, int warmUps, Action? prepare = null)
    {
        var values = new List<double>[contenders.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = [];

        for (var round = -warmUps; round < rounds; round++)
        {
            foreach (var place in Order(contenders.Count, round + warmUps))
            {
                prepare?.Invoke();
                var value = contenders[place].Run();
                if (round >= 0)
                    values[place].Add(value);
            }
        }

        var measurements = new List<Measurement>(values.Length);
        for (var i = 0; i < values.Length; i++)
            measurements.Add(new Measurement(contenders[i].Name, values[i]));

        return measurements;
    }

    /// <summary>Who comes first changes from round to round, and every second time around so does the direction: nobody always inherits the warm caches of the same neighbour.</summary>
    public static IEnumerable<int> Order(int contenders, int round)
    {
        var isBackwards = round / contenders % 2 == 1;
        for (var turn = 0; turn < contenders; turn++)
            yield return ((isBackwards ? contenders - 1 - turn : turn) + round) % contenders;
    }
}
