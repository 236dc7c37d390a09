using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Cli.Native;
using FirstTry.Graph.Authoring;
using FirstTry.Processes;

namespace FirstTry.Cli;

/// <summary>Everything that a command knows of the world outside: nothing else in the program asks for it.</summary>
/// <param name="Directory">The absolute path that the command was started in.</param>
/// <param name="Environment">The variables that it was started with.</param>
/// <param name="Output">Standard output, for reports and data.</param>
/// <param name="Error">Standard error, for what stands in the way.</param>
/// <param name="Processors">How many cores this process may use.</param>
internal sealed record Invocation(
    string Directory,
    EnvironmentBlock Environment,
    Stream Output,
    Stream Error,
    int Processors)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What the program was started with.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The absolute path of this executable; null when it is not known.</summary>
    public string? ProcessPath { get; init; }

    /// <summary>The absolute path of <c>firsttry</c>: of this executable, or of the one that compiled it.</summary>
    public string? Program { get; init; }

    /// <summary>What is compiled into a native runner; null in <c>firsttry</c> itself.</summary>
    public RunnerImage? Image { get; init; }

    /// <summary>The checks written in C# that are compiled into a native runner; null in <c>firsttry</c> itself.</summary>
    public CodeCheckSet? Code { get; init; }

    /// <summary>Tells whether a person reads <see cref="Output"/> on a terminal.</summary>
    public required Func<bool> IsTerminal { get; init; }

    /// <summary>How large that terminal is right now.</summary>
    public required Func<TerminalSize> TerminalSize { get; init; }

    /// <summary>Tells whether standard input is a terminal: then nobody has given anything to read.</summary>
    public required Func<bool> IsInputTerminal { get; init; }

    /// <summary>Opens standard input; only the commands that read it do.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Writes one line to standard output.</summary>
    public void WriteLine(string line) => Output.Write(Utf8.GetBytes(line + "\n"));

    /// <summary>Writes text as it is to standard output.</summary>
    public void Write(string text) => Output.Write(Utf8.GetBytes(text));

    /// <summary>Writes one line to standard error.</summary>
    public void WriteError(string line) => Error.Write(Utf8.GetBytes(line + "\n"));

    /// <summary>Says one line to people, on standard error, with our name before it.</summary>
    public void Say(string line) => WriteError($"firsttry: {line}");

    /// <summary>The whole of standard input.</summary>
    public byte[] ReadInput()
    {
        using var input = OpenInput();
        using var content = new MemoryStream();
        input.CopyTo(content);
        return content.ToArray();
    }
}
