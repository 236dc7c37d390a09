using System;
using System.Collections.Generic;
using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>
/// The same with 300 hidden files, in two halves that run side by side. Each of the more than a thousand kills costs a second, and most steps
/// come in long rows of equal ones, a file each: of such a row the first and the last ones are visited, and every fifteenth between them;
/// after a step nothing is written until the next one begins, so "after" is visited at the end of a row. With
/// <c>FIRSTTRY_TEST_ALL_FAULTS=1</c> none is left out.
/// </summary>
public sealed class Killed_with_many_hidden_files(ITestOutputHelper output)
{
    private const int Ends = 2;
    private const int Stride = 15;
    private static readonly bool IsAll = Environment.GetEnvironmentVariable("FIRSTTRY_TEST_ALL_FAULTS") is { Length: > 0 };

    [Fact]
    public void The_next_command_brings_every_byte_back() => output.WriteLine(VisitHalf(0));

    private static string VisitHalf(int half) => Killed_at_every_step.Visit(
        FaultState.ThreeHundredFiles,
        (step, moment, steps) => step % 2 == half && (IsAll || (moment == "kill-before" ? step % Stride == 0 || IsNearAnEnd(step, steps) : IsEnd(step, step + 1, steps))));

    private static bool IsNearAnEnd(int step, IReadOnlyList<string> steps)
    {
        for (var distance = 0; distance < Ends; distance++)
        {
            if (IsEnd(step, step - distance - 1, steps) || IsEnd(step, step + distance + 1, steps))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the row that a step belongs to does not reach as far as the other one; both count from one.
    private static bool IsEnd(int step, int other, IReadOnlyList<string> steps) =>
        other < 1 || other > steps.Count || NameOf(steps[step - 1]) != NameOf(steps[other - 1]);

    private static string NameOf(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The other half.</summary>
    public sealed class And_the_other_steps(ITestOutputHelper output)
    {
        [Fact]
        public void The_next_command_brings_every_byte_back() => output.WriteLine(VisitHalf(1));
    }
}
