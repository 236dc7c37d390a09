using System;
using System.CommandLine;
using FirstTry.Cli.Commands;
using FirstTry.Cli.Native;
using FirstTry.Graph;
using FirstTry.Graph.Authoring;

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
    /// <param name="checks">The checks written in C# that were compiled.</param>
    public static int Run(string[] arguments, RunnerOrigin origin, Func<CheckGraph> graph, params CodeCheck[] checks)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(graph);
        var image = new RunnerImage(origin, graph);
        var captured = OutsideWorld.Capture();
        var invocation = captured with
        {
            Arguments = arguments,
            Image = image,
            Program = image.IsMadeBySameProgram ? origin.Program : captured.Program,
            Code = origin.CodeDigest is { } code ? new CodeCheckSet(code, checks) : null,
        };
        switch (arguments)
        {
            case [About]:
                invocation.WriteLine($"{FileName} {ProductVersion.Text} {origin.Name}");
                return ExitCode.Passed;
            case [HookCommand.Verb or RunCommand.Verb, ..]:
                return RunToEnd(invocation, arguments);
            default:
                Handover.ToProgram(invocation, image, why: null);
                invocation.WriteError("firsttry: the program 'firsttry' was not found. Install it or put it into PATH: this runner of a repository answers its hooks and 'run' alone.");
                return ExitCode.Usage;
        }
    }

    private static int RunToEnd(Invocation invocation, string[] arguments)
    {
        var isDone = invocation.Code is null;
        if (!isDone)
        {
            // Code of others runs in this process: when it ends the process, that is no verdict.
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                if (!isDone)
                {
                    invocation.WriteError("firsttry: a check written in C# ended the program, so there is no verdict. Let it return findings, and not call Environment.Exit.");
                    Environment.ExitCode = ExitCode.Usage;
                }
            };
        }

        var exitCode = Program.Run(invocation, arguments, Commands);
        isDone = true;
        return exitCode;
    }

    private static RootCommand Commands(Invocation invocation) => new("The checks of one repository, compiled.") { RunCommand.Create(invocation) };
}
