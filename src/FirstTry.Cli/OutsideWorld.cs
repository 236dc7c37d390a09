using System;
using System.IO;
using FirstTry.Processes;

namespace FirstTry.Cli;

/// <summary>The only place that asks the system what the program was started with.</summary>
internal static class OutsideWorld
{
    public static Invocation Capture()
    {
        ReserveStandardStreams();
        return Read();
    }

    // A standard stream that is closed leaves its number to the next file that is opened, and a report would be written into that.
    private static void ReserveStandardStreams()
    {
        const int LastStandardStream = 2;
        while (!OperatingSystem.IsWindows())
        {
            var nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (nothing.DangerousGetHandle() > LastStandardStream)
            {
                nothing.Dispose();
                return;
            }

            // Stays open, whoever collects the handle.
            nothing.SetHandleAsInvalid();
        }
    }

    private static Invocation Read() => new(
        Directory.GetCurrentDirectory(),
        EnvironmentBlock.FromCurrentProcess(),
        new ReaderMayLeaveStream(OpenOutput(), mustArrive: true),
        new ReaderMayLeaveStream(OpenError(), mustArrive: false),
        Environment.ProcessorCount)
    {
        ProcessPath = Environment.ProcessPath,
        Program = Environment.ProcessPath,
        IsTerminal = static () => !Console.IsOutputRedirected,
        TerminalSize = OperatingSystem.IsWindows() ? static () => new(Console.WindowWidth, Console.WindowHeight) : TerminalSize.OfStandardOutput,
        IsInputTerminal = static () => !Console.IsInputRedirected,
        OpenInput = Console.OpenStandardInput,
    };

    private static Stream OpenOutput() => OperatingSystem.IsWindows() ? OpenOrNull(Console.OpenStandardOutput) : DescriptorStream.Open(1);

    private static Stream OpenError() => OperatingSystem.IsWindows() ? OpenOrNull(Console.OpenStandardError) : DescriptorStream.Open(2);

    // Closed by whoever started us ('>&-'): nobody reads, and the verdict is the same.
    private static Stream OpenOrNull(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Stream.Null;
        }
    }
}
