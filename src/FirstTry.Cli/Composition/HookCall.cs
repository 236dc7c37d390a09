using System.Collections.Generic;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>What git gave a hook.</summary>
/// <param name="Hook">The name of the hook.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Input">Its standard input; null for hooks that have none.</param>
internal sealed record HookCall(string Hook, IReadOnlyList<string> Arguments, byte[]? Input)
{
    /// <summary>The file with the commit message; null for hooks that get none.</summary>
    public string? MessageFile =>
        HasMessage(Hook) && Arguments.Count > 0 ? Arguments[0] : null;

    /// <summary>What is pushed; empty for other hooks than pre-push.</summary>
    public IReadOnlyList<PushedRef> Pushed { get; init; } = Hook == "pre-push" && Input is not null ? PushedRef.Parse(Input) : [];

    /// <summary>Reads what git gave.</summary>
    /// <exception cref="UsageException">A hook that checks a commit message was started without one.</exception>
    public static HookCall Read(Invocation invocation, string hook, IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 && HasMessage(hook))
        {
            throw new UsageException($"'firsttry hook {hook}' needs the file with the commit message, which git gives it. Name the file.");
        }

        return new(hook, arguments, HasInput(hook) && !invocation.IsInputTerminal() ? invocation.ReadInput() : null);
    }

    /// <summary>The full names of the refs that are pushed, here and there.</summary>
    public IReadOnlyList<string> PushedRefNames()
    {
        var names = new List<string>();
        foreach (var pushed in Pushed)
        {
            names.Add(pushed.LocalRef);
            names.Add(pushed.RemoteRef);
        }

        return names;
    }

    private static bool HasMessage(string hook) => hook is "commit-msg" or "prepare-commit-msg" or "applypatch-msg";

    // Source: githooks(5). The other hooks inherit whatever git's own standard input is, and must not wait for it.
    private static bool HasInput(string hook) =>
        hook is "pre-push" or "pre-receive" or "post-receive" or "post-rewrite" or "reference-transaction" or "proc-receive";
}
