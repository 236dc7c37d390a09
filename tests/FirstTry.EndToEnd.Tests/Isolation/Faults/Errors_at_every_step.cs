using System.Collections.Generic;
using System.Linq;
using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>A step that writes fails, each in its turn: the disk is full, or nobody may write there, or the file system cannot do it.</summary>
public sealed class Errors_at_every_step(ITestOutputHelper output)
{
    private static readonly FaultState[] States =
        [FaultState.PartialAddAndEdit, FaultState.ModeAndLink, FaultState.Everything, FaultState.FixThatMerges, FaultState.FixThatConflicts];

    public static TheoryData<string> Names => [.. States.Select(state => state.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_lost(string name)
    {
        using var scene = new FaultScene(States.Single(state => state.Name == name));
        var complaints = new List<string>();
        for (var step = 1; step <= scene.Steps.Count; step++)
        {
            foreach (var error in new[] { "ENOSPC", "EACCES", "EXDEV" })
            {
                Killed_at_every_step.Add(complaints, scene.Fail($"fail:{step}:{error}"), scene.Steps[step - 1]);
            }
        }

        Assert.True(complaints.Count == 0, $"{complaints.Count} of {scene.Visited}:\n{string.Join("\n\n", complaints.Take(3))}");
        output.WriteLine($"{name}: {scene.Steps.Count} steps, {scene.Visited} errors");
    }
}
