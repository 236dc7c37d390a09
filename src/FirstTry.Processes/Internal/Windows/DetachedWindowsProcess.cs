using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FirstTry.Processes.Internal.Windows;

/// <summary>A process that nobody waits for. A shell of its own redirects it, for handles that we open here would be inherited by others too.</summary>
internal static class DetachedWindowsProcess
{
    public static string? Start(ProcessSpec spec, string outputFile)
    {
        var command = new StringBuilder($"\"{spec.Program}\"");
        foreach (var argument in spec.Arguments)
            command.Append(" \"").Append(Encoding.UTF8.GetString(argument)).Append('"');

        var start = new ProcessStartInfo("cmd.exe", $"/d /s /c \"{command} > \"{outputFile}\" 2>&1 < NUL\"")
        {
            WorkingDirectory = spec.WorkingDirectory.ToString(),
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var entry in spec.Environment.Entries)
        {
            var text = Encoding.UTF8.GetString(entry);
            var end = text.IndexOf('=', 1);
            start.Environment[text[..end]] = text[(end + 1)..];
        }

        try
        {
            using var process = Process.Start(start);
            return null;
        }
        catch (Win32Exception exception)
        {
            return $"not started: {exception.Message}";
        }
    }
}
