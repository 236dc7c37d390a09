using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>Finds the file to execute and explains why there is none.</summary>
internal static class ProgramLookup
{
    public const string NotFound = "not found";
    public const string NotExecutable = "not executable";
    public const string IsDirectory = "a directory, not a program";

    /// <summary>The path to execute, zero-terminated. A relative one counts from the directory the process starts in.</summary>
    public static byte[]? Find(ProcessSpec spec, out string? failure)
    {
        failure = null;
        if (spec.Program.IsEmpty)
            failure = "not found: its name is empty";
        else if (!spec.Program.Bytes.Contains((byte)'/'))
            return FindByName(spec, out failure);

        return failure is null ? [.. spec.Program.Bytes, 0] : null;
    }

    /// <summary>Why there is nothing to execute, as a phrase to follow the program's name; null when there is.</summary>
    public static string? WhyMissing(ProcessSpec spec)
    {
        if (Find(spec, out var failure) is not { } path)
            return failure;

        var seen = FromWorkingDirectory(path, spec);
        return !Exists(seen) ? NotFound
            : IsDirectoryAt(seen) ? IsDirectory
            : !Allows(seen, LibC.ExecutableAccess) ? NotExecutable
            : null;
    }

    /// <summary>Why posix_spawn refused, as a phrase to follow the program's name.</summary>
    public static string Explain(int error, byte[] path, ProcessSpec spec)
    {
        if (!spec.WorkingDirectory.IsEmpty && !IsDirectoryAt([.. spec.WorkingDirectory.Bytes, 0]))
            return $"not started: its working directory '{spec.WorkingDirectory}' does not exist or cannot be entered";

        var seen = FromWorkingDirectory(path, spec);
        if (IsDirectoryAt(seen))
            return IsDirectory;

        return error switch
        {
            Errors.NoEntry when Exists(seen) => ExplainInterpreter(seen),
            Errors.NoEntry => NotFound,
            Errors.AccessDenied => NotExecutable,
            Errors.NotExecutableFormat =>
                "not executable: it is neither a program for this machine nor a script whose first line names an interpreter (#!)",
            Errors.TooBig => "not started: its arguments and environment together, or one of them, are longer than this system takes",
            _ => $"not started: {Errors.Describe(error)}",
        };
    }

    private static byte[]? FindByName(ProcessSpec spec, out string? failure)
    {
        failure = NotFound;
        foreach (var directory in SearchPath(spec.Environment))
        {
            byte[] path = [.. directory, (byte)'/', .. spec.Program.Bytes, 0];
            var seen = FromWorkingDirectory(path, spec);
            if (!Allows(seen, LibC.ExecutableAccess))
                failure = LibC.Errno == Errors.AccessDenied && Exists(seen) ? NotExecutable : failure;
            else if (!IsDirectoryAt(seen))
            {
                failure = null;
                return path;
            }
        }

        return null;
    }

    private static List<byte[]> SearchPath(EnvironmentBlock environment)
    {
        var rest = environment.GetBytes("PATH") ?? "/usr/local/bin:/usr/bin:/bin"u8.ToArray();
        var directories = new List<byte[]>();
        var start = 0;
        for (var i = 0; i <= rest.Length; i++)
        {
            if (i < rest.Length && rest[i] != (byte)':')
                continue;

            // An empty entry has always meant the directory the process starts in.
            directories.Add(i == start ? "."u8.ToArray() : rest[start..i]);
            start = i + 1;
        }

        return directories;
    }

    // The child changes its directory before it executes; we look from our own.
    private static byte[] FromWorkingDirectory(byte[] path, ProcessSpec spec) =>
        path[0] == (byte)'/' || spec.WorkingDirectory.IsEmpty ? path : [.. spec.WorkingDirectory.Bytes, (byte)'/', .. path];

    private static string ExplainInterpreter(byte[] path)
    {
        var interpreter = InterpreterOf(Encoding.UTF8.GetString(path, 0, path.Length - 1));
        return interpreter is null
            ? "not started: the loader or library it names to run it is not on this system"
            : $"not started: its first line names the interpreter '{interpreter}', which is not found";
    }

    private static string? InterpreterOf(string path)
    {
        Span<byte> start = stackalloc byte[256];
        try
        {
            using var file = File.OpenHandle(path);
            start = start[..RandomAccess.Read(file, start, 0)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (!start.StartsWith("#!"u8))
            return null;

        var end = start.IndexOf((byte)'\n');
        var line = (end < 0 ? start : start[..end])[2..];
        // A script saved with Windows line ends asks for "/bin/sh\r"; the reader must be able to see that.
        return Encoding.UTF8.GetString(line).Trim(' ', '\t').Replace("\r", "\\r", StringComparison.Ordinal);
    }

    private static bool Exists(byte[] path) => Allows(path, LibC.ExistenceAccess);

    // "/." behind the name is only found when the name is a directory: no struct stat, whose layout differs by system.
    private static bool IsDirectoryAt(byte[] path) => Allows([.. path.AsSpan(..^1), (byte)'/', (byte)'.', 0], LibC.ExecutableAccess);

    private static unsafe bool Allows(byte[] path, int mode)
    {
        fixed (byte* start = path)
            return LibC.access(start, mode) == 0;
    }
}
