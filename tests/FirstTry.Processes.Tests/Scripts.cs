using System;
using System.IO;
using System.Text;

namespace FirstTry.Processes.Tests;

/// <summary>Specifications that the tests share: a script for <c>sh</c>, in this process's environment.</summary>
internal static class Scripts
{
    public static EnvironmentBlock Environment { get; } = EnvironmentBlock.FromCurrentProcess();

    /// <summary>A script with a minute to run; <paramref name="arguments"/> are its <c>$1</c> and on.</summary>
    public static ProcessSpec Sh(string script, params string[] arguments) => Program("sh", ["-c", script, "sh", .. arguments]);

    public static ProcessSpec Program(string program, params string[] arguments) => new()
    {
        Program = program,
        Arguments = ProcessArguments.Of(arguments),
        Environment = Environment,
        Timeout = TimeSpan.FromMinutes(1),
    };

    public static string Text(byte[] output) => Encoding.UTF8.GetString(output);

    /// <summary>Writes an executable file.</summary>
    public static void WriteExecutable(string path, string content)
    {
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>True while the process of this id is there and not a zombie.</summary>
    public static bool IsRunning(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
