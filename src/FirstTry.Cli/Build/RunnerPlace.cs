using System;
using System.IO;

namespace FirstTry.Cli.Build;

/// <summary>Where the runners of a repository lie: in the git directory that all its worktrees share, one folder for each config that was compiled.</summary>
/// <param name="commonDirectory">The git directory that the worktrees share.</param>
internal sealed class RunnerPlace(string commonDirectory)
{
    /// <summary>All runners.</summary>
    public string Folder { get; } = Path.Combine(commonDirectory, "firsttry", "runner");

    /// <summary>The file with the name of the folder whose runner the hooks start; see templates/hooks.</summary>
    public string Current => Path.Combine(Folder, "current");

    /// <summary>The project that is compiled, kept with what the compiler keeps between two builds.</summary>
    public string Project => Path.Combine(Folder, "build");

    /// <summary>Held by the one who builds.</summary>
    public string Lock => Path.Combine(Folder, "lock");

    /// <summary>What a build in the background printed.</summary>
    public string Log => Path.Combine(Folder, "build.log");

    /// <summary>The file with the name of what could not be compiled in the background: that is not tried again at every commit.</summary>
    public string Failed => Path.Combine(Folder, "failed");

    /// <summary>The name of the executable.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? RunnerProgram.FileName + ".exe" : RunnerProgram.FileName;

    /// <summary>The runner of a folder.</summary>
    public string Executable(string name) => Path.Combine(Folder, name, FileName);

    /// <summary>What the last build in the background could not compile; null when it could.</summary>
    public string? FailedName()
    {
        try
        {
            return File.Exists(Failed) ? File.ReadAllText(Failed).TrimEnd('\n') : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
