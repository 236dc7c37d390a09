using System;
using System.IO;
using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>Finds programs as they are found when they are started.</summary>
public static class Programs
{
    private static readonly string[] WindowsEndings = [".exe", ".cmd", ".bat", ".com", ""];

    /// <summary>Why a program cannot be started, as a phrase to follow its name; null when it is there and may be executed.</summary>
    /// <param name="program">A name, looked up in <c>PATH</c>, or a path; a relative path counts from <paramref name="workingDirectory"/>.</param>
    public static string? WhyMissing(string program, string workingDirectory, EnvironmentBlock environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (OperatingSystem.IsWindows())
            return IsOnWindows(program, workingDirectory, environment) ? null : ProgramLookup.NotFound;

        var spec = new ProcessSpec { Program = program, WorkingDirectory = workingDirectory, Environment = environment };
        return ProgramLookup.WhyMissing(spec);
    }

    private static bool IsOnWindows(string program, string workingDirectory, EnvironmentBlock environment)
    {
        var folders = program.Contains('/', StringComparison.Ordinal) || program.Contains('\\', StringComparison.Ordinal)
            ? [workingDirectory]
            : (environment["PATH"] ?? "").Split(Path.PathSeparator);
        return Array.Exists(folders, folder => Array.Exists(WindowsEndings, ending => File.Exists(Path.Combine(folder, program + ending))));
    }
}
