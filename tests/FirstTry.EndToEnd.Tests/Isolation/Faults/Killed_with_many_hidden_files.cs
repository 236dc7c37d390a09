using System;
using System.Collections.Generic;
using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>
/// The same with 300 hidden files, in two halves that run side by side. After a step nothing is written until the next one begins: of a row of
/// equal steps, after each is before the next. Each is visited before; after, the last of every row, and with
/// <c>FIRSTTRY_TEST_ALL_FAULTS=1</c> all of them.
/// </summary>
public sealed class Killed_with_many_hidden_files(ITestOutputHelper output)
{
    private static readonly bool IsAll = Environment.GetEnvironmentVariable("FIRSTTRY_TEST_ALL_FAULTS") is { Length: > 0 };

    [Fact]
    public void The_next_command_brings_every_byte_back() => output.WriteLine(VisitHalf(0));

    private static string VisitHalf(int half) => Killed_at_every_step.Visit(
        FaultState.ThreeHundredFiles,
        (step, moment, steps) => step % 2 == half && (moment == "kill-before" || IsAll || IsLastOfItsRow(step, steps)));

    private static bool IsLastOfItsRow(int step, IReadOnlyList<string> steps) =>
        step == steps.Count || NameOf(steps[step - 1]) != NameOf(steps[step]);

    private static string NameOf(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The other half.</summary>
    public sealed class And_the_other_steps(ITestOutputHelper output)
    {
        [Fact]
        public void The_next_command_brings_every_byte_back() => output.WriteLine(VisitHalf(1));
    }
}
