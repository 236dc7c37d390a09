using System;
using System.IO;
using FirstTry.Processes.Internal.Posix;
using FirstTry.Processes.Internal.Windows;

namespace FirstTry.Processes;

/// <summary>Starts what goes on when this process has ended: nobody waits for it, and it holds nothing of ours open.</summary>
public static class DetachedProcess
{
    /// <summary>Starts a process that writes into a file; returns why it was not started, null when it was.</summary>
    /// <param name="outputFile">Written anew; gets both streams.</param>
    public static string? Start(ProcessSpec spec, string outputFile)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (OperatingSystem.IsWindows())
            return DetachedWindowsProcess.Start(spec, outputFile);

        try
        {
            using var file = File.OpenHandle(outputFile, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            var descriptor = (int)file.DangerousGetHandle();

            // The descriptor stays the handle's: only the child's copies of it are made here.
            var streams = new Streams { ChildOutput = descriptor, ChildError = descriptor };
            return Spawn.Start(spec, spec.Environment, streams, out var failure) == 0 ? failure : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"not started: {exception.Message}";
        }
    }
}
