using System;
using System.CommandLine;
using FirstTry.Cli.Commands;
using FirstTry.Cli.Native;
using FirstTry.Graph;

namespace FirstTry.Cli;

/// <summary>The entry of a native runner, the program that <c>firsttry build</c> compiles for one repository: its hooks and runs on a graph that is part of it.</summary>
public static class RunnerProgram
{
    /// <summary>What a runner is called.</summary>
    public const string FileName = "firsttry-runner";

    /// <summary>The argument that makes a runner say what it was compiled from, and nothing else.</summary>
    internal const string About = "--about";

    /// <summary>Answers the hooks and <c>run</c>; every other command is the one of <c>firsttry</c>, which takes over.</summary>
    /// <param name="arguments">Those of the process.</param>
    /// <param name="origin">What the runner was compiled from.</param>
    /// <param name="graph">Makes the graph that was compiled.</param>
    public static int Run(string[] arguments, RunnerOrigin origin, Func<CheckGraph> graph)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(graph);
        var image = new RunnerImage(origin, graph);
        var captured = OutsideWorld.Capture();
        var invocation = captured with { Arguments = arguments, Image = image, Program = image.IsMadeBySameProgram ? origin.Program : captured.Program };
        switch (arguments)
        {
            case [About]:
                invocation.WriteLine($"{FileName} {ProductVersion.Text} {origin.Name}");
                return ExitCode.Passed;
            case [HookCommand.Verb or RunCommand.Verb, ..]:
                return Program.Run(invocation, arguments, Commands);
            default:
                Handover.ToProgram(invocation, image, why: null);
                invocation.WriteError("firsttry: the program 'firsttry' was not found. Install it or put it into PATH: this runner of a repository answers its hooks and 'run' alone.");
                return ExitCode.Usage;
        }
    }

    private static RootCommand Commands(Invocation invocation) => new("The checks of one repository, compiled.") { RunCommand.Create(invocation) };
}
