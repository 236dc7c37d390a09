namespace FirstTry.Graph;

/// <summary>What a check runs: a script for <c>sh</c>, or an argument vector that no shell sees.</summary>
public sealed record Command
{
    private Command(string? script, EquatableArray<string> arguments)
    {
        Script = script;
        Arguments = arguments;
    }

    /// <summary>The text that <c>sh -c</c> runs; null for an argument vector.</summary>
    public string? Script { get; }

    /// <summary>Program and arguments, where an argument <c>{files}</c> stands for the files; empty for a script.</summary>
    public EquatableArray<string> Arguments { get; }

    /// <summary>Makes a command that runs <paramref name="script"/> in <c>sh</c>.</summary>
    public static Command Shell(string script) => new(script, EquatableArray<string>.Empty);

    /// <summary>Makes a command that runs the program <c>arguments[0]</c> with the rest as its arguments.</summary>
    public static Command Exec(params string[] arguments) => new(null, EquatableArray.Create(arguments));
}
