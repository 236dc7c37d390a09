using System;
using System.Collections.Generic;
using System.Linq;
using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>A run is killed (SIGKILL) before and after each step that writes; the next command of any kind brings every byte back.</summary>
public sealed class Killed_at_every_step(ITestOutputHelper output)
{
    private static readonly FaultState[] States =
        [FaultState.PartialAddAndEdit, FaultState.ModeAndLink, FaultState.Everything, FaultState.FixThatMerges, FaultState.FixThatConflicts];

    private static readonly string[] Moments = ["kill-before", "kill-after"];

    public static TheoryData<string> Names => [.. States.Select(state => state.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_next_command_brings_every_byte_back(string name) =>
        output.WriteLine(Visit(States.Single(state => state.Name == name), static _ => true));

    /// <summary>Kills around the wanted steps of a run, and says how many were visited.</summary>
    internal static string Visit(FaultState state, Func<int, bool> isWanted, bool isInMemory = false)
    {
        using var scene = new FaultScene(state, isInMemory);
        var (complaints, wanted) = (new List<string>(), 0);
        for (var step = 1; step <= scene.Steps.Count; step++)
        {
            foreach (var moment in isWanted(step) ? Moments : [])
            {
                wanted++;
                Add(complaints, scene.Kill($"{moment}:{step}"), scene.Steps[step - 1]);
            }
        }

        Assert.True(complaints.Count == 0, $"{complaints.Count} of {scene.Visited}:\n{string.Join("\n\n", complaints.Take(3))}");
        Assert.Equal(wanted, scene.Visited);
        return $"{state.Name}: {scene.Steps.Count} steps, killed {scene.Visited} times";
    }

    internal static void Add(List<string> complaints, string? complaint, string step)
    {
        if (complaint is not null)
        {
            complaints.Add($"{step}: {complaint}");
        }
    }
}
