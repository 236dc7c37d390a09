using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>
/// The same with 300 hidden files: more than a thousand steps, every one of them, in two halves that run side by side. In memory, where the
/// system has a place there: a kill and what follows it writes a thousand files.
/// </summary>
public sealed class Killed_with_many_hidden_files(ITestOutputHelper output)
{
    [Fact]
    public void The_next_command_brings_every_byte_back() => output.WriteLine(VisitHalf(0));

    private static string VisitHalf(int half) => Killed_at_every_step.Visit(FaultState.ThreeHundredFiles, step => step % 2 == half, isInMemory: true);

    /// <summary>The other half.</summary>
    public sealed class And_the_other_steps(ITestOutputHelper output)
    {
        [Fact]
        public void The_next_command_brings_every_byte_back() => output.WriteLine(VisitHalf(1));
    }
}
