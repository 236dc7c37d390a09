using System;
using FirstTry.Engine.Fingerprints.Environments;
using FirstTry.Engine.Planning;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>
/// The variables that checks see, whether results are remembered or not: a small list of the caller's, those that <c>pass_env</c> hands
/// through, and what the config sets. What a check cannot see need not be part of its fingerprint.
/// </summary>
internal sealed class CheckEnvironment
{
    /// <summary>The variable that holds the path of the commit message's file.</summary>
    internal const string MessageFile = "FIRSTTRY_MESSAGE_FILE";

    private static readonly string[] OfTheTerminal = ["TERM", "COLORTERM", "SSH_AUTH_SOCK", "GPG_TTY", "EDITOR", "VISUAL"];

    private readonly EnvironmentBlock _caller;
    private readonly EnvironmentBlock _shared;

    internal CheckEnvironment(EnvironmentBlock caller, string? messageFile)
    {
        _caller = caller;
        var allowed = AllowedVariables.From(caller);
        _shared = messageFile is null ? allowed : allowed.With(MessageFile, messageFile);
    }

    /// <summary>The variables of one check.</summary>
    internal EnvironmentBlock For(PlannedCheck check)
    {
        var environment = _shared;
        if (check.Check.Interactive)
        {
            foreach (var name in OfTheTerminal)
            {
                environment = Pass(environment, name);
            }
        }

        for (var i = 0; i < check.PassEnv.Count; i++)
        {
            environment = Pass(environment, check.PassEnv[i]);
        }

        for (var i = 0; i < check.Env.Count; i++)
        {
            environment = environment.With(check.Env[i].Name, check.Env[i].Value);
        }

        return environment;
    }

    private EnvironmentBlock Pass(EnvironmentBlock environment, string name) =>
        !string.Equals(name, MessageFile, StringComparison.Ordinal) && _caller.GetBytes(name) is { } value
            ? environment.WithBytes(name, value)
            : environment;
}
