using System;

namespace FirstTry.Git.Hooks;

/// <summary>Text as a POSIX shell reads it.</summary>
internal static class ShellText
{
    /// <summary>One word that means exactly this text, whatever is in it.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
