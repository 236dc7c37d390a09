namespace FirstTry.Git.Tests.Hooks;

/// <summary>
/// Tests that write a program and run it at once. A process that another thread starts in between inherits the open file for a
/// moment, and running the program fails with "text file busy": these tests run while no other does.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProgramsWrittenByTests
{
    public const string Name = "programs written by tests";
}
