using System;
using System.Text;

namespace FirstTry.Engine.Running;

/// <summary>Reads out of a shell's last words which program it could not start.</summary>
internal static class ShellFailure
{
    /// <summary>The exit code of a shell that did not find a program.</summary>
    internal const int NotFound = 127;

    /// <summary>The exit code of a shell that found a program and may not run it.</summary>
    internal const int NotExecutable = 126;

    // dash: "sh: 1: ruff: not found"; bash and busybox: "sh: line 1: ruff: command not found"; zsh: "sh:1: command not found: ruff".
    private static readonly string[] Endings = [": command not found", ": not found", ": Permission denied", ": cannot execute"];

    /// <summary>The program that the shell names; null when its output names none.</summary>
    internal static string? FindProgram(byte[] output)
    {
        var lines = Encoding.UTF8.GetString(output.AsSpan(Math.Max(0, output.Length - 4096))).Split('\n');
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            foreach (var ending in Endings)
            {
                if (lines[i].IndexOf(ending, StringComparison.Ordinal) is var at and > 0)
                {
                    var rest = lines[i][(at + ending.Length)..];
                    return rest.StartsWith(": ", StringComparison.Ordinal) ? rest[2..].Trim() : LastPart(lines[i][..at]);
                }
            }
        }

        return null;
    }

    private static string LastPart(string text) => text[(text.LastIndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..].Trim();
}
