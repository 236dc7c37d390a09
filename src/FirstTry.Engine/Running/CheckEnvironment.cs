using FirstTry.Engine.Planning;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>The variables that checks see: the caller's without those of git, then what the config sets.</summary>
internal sealed class CheckEnvironment
{
    /// <summary>The variable that holds the path of the commit message's file.</summary>
    internal const string MessageFile = "FIRSTTRY_MESSAGE_FILE";

    private readonly EnvironmentBlock _caller;
    private readonly EnvironmentBlock _shared;
    private readonly string? _messageFile;

    internal CheckEnvironment(EnvironmentBlock caller, string? messageFile)
    {
        _caller = caller;
        _messageFile = messageFile;
        _shared = WithMessageFile(GitVariables.RemoveFrom(caller, []));
    }

    /// <summary>The variables of one check.</summary>
    internal EnvironmentBlock For(PlannedCheck check)
    {
        var environment = GitVariables.Includes(check.PassEnv)
            ? WithMessageFile(GitVariables.RemoveFrom(_caller, check.PassEnv))
            : _shared;
        for (var i = 0; i < check.Env.Count; i++)
        {
            environment = environment.With(check.Env[i].Name, check.Env[i].Value);
        }

        return environment;
    }

    private EnvironmentBlock WithMessageFile(EnvironmentBlock environment) =>
        _messageFile is null && !environment.IsSet(MessageFile) ? environment : environment.With(MessageFile, _messageFile);
}
