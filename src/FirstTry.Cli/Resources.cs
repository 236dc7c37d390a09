using System;
using System.IO;

namespace FirstTry.Cli;

/// <summary>Texts that are compiled into the program.</summary>
internal static class Resources
{
    /// <summary>The content of <c>firsttry.schema.json</c>.</summary>
    public static string Schema() => Read("firsttry.schema.json");

    /// <summary>The completion script for <c>bash</c>, <c>zsh</c>, <c>fish</c> or <c>pwsh</c>.</summary>
    public static string CompletionScript(string shell) => Read($"completion/firsttry.{(shell == "pwsh" ? "ps1" : shell)}");

    /// <summary>The text of this name.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
