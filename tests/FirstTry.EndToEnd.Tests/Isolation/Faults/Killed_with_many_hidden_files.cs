using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>The same with 300 hidden files, in two halves that run side by side.</summary>
public sealed class Killed_with_many_hidden_files(ITestOutputHelper output)
{
    [Fact]
    public void The_next_command_brings_every_byte_back_after_each_step() =>
        output.WriteLine(Killed_at_every_step.Visit(FaultState.ThreeHundredFiles, static (_, moment) => moment == "kill-after"));

    /// <summary>The other half.</summary>
    public sealed class Before_each_step(ITestOutputHelper output)
    {
        [Fact]
        public void The_next_command_brings_every_byte_back() =>
            output.WriteLine(Killed_at_every_step.Visit(FaultState.ThreeHundredFiles, static (_, moment) => moment == "kill-before"));
    }
}
