using System;
using System.Collections.Generic;
using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>Another program in the place of this one: same process id, same standard streams, same directory.</summary>
public static class ProcessReplacement
{
    /// <summary>
    /// Becomes another program and does not return when that succeeds; what this process was to do at its end does not happen. Where a
    /// process cannot become another, on Windows, it is started, awaited, and its exit code is ours.
    /// </summary>
    /// <param name="program">An absolute path.</param>
    /// <returns>Why it did not happen, as a phrase to follow the program's name.</returns>
    public static string Become(string program, IReadOnlyList<byte[]> arguments, EnvironmentBlock environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var spec = new ProcessSpec { Program = program, Arguments = arguments, Environment = environment, Terminal = true };
        if (!OperatingSystem.IsWindows())
            return Execute(spec);

        var outcome = ProcessRunner.Run(spec);
        if (outcome.Failure is null)
            Environment.Exit(outcome.ExitCode);

        return outcome.Failure!;
    }

    private static unsafe string Execute(ProcessSpec spec)
    {
        byte[] path = [.. spec.Program.Bytes, 0];
        using var arguments = NativeStrings.Of(spec.Program.Bytes, spec.Arguments);
        using var variables = NativeStrings.Of(spec.Environment.Entries);

        // What is ignored would stay ignored: the runtime ignores broken pipes.
        Signals.HeedBrokenPipes();
        fixed (byte* program = path)
            _ = LibC.execve(program, arguments.Pointers, variables.Pointers);

        var error = LibC.Errno;
        Signals.IgnoreBrokenPipes();
        return ProgramLookup.Explain(error, path, spec);
    }
}
