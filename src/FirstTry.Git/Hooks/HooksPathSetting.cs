using System;

namespace FirstTry.Git.Hooks;

/// <summary>The value of <c>core.hooksPath</c> that counts.</summary>
/// <param name="Scope">Git's word for who set it: system, global, local, worktree or command.</param>
/// <param name="Origin">Where it is set, as git names it, such as <c>file:/home/ada/.gitconfig</c>.</param>
/// <param name="Value">The value as written.</param>
public sealed record HooksPathSetting(string Scope, string Origin, string Value)
{
    /// <summary>True when the setting holds for more than this repository: for the whole user or system.</summary>
    public bool IsShared => Scope is "global" or "system" or "unknown";

    /// <summary>True when the setting holds for one call of git or one environment only.</summary>
    public bool IsPassing => string.Equals(Scope, "command", StringComparison.Ordinal);
}
