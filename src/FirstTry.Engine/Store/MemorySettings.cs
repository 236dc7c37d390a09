using System;
using FirstTry.Engine.History;

namespace FirstTry.Engine.Store;

/// <summary>How a run uses what is remembered.</summary>
public sealed record MemorySettings
{
    /// <summary>The mode; <see cref="CacheMode.Off"/> has no memory at all.</summary>
    public required CacheMode Mode { get; init; }

    /// <summary>The version of this program, for the records.</summary>
    public required string Version { get; init; }

    /// <summary>The runs before this one: they tell what changed since.</summary>
    public required RunHistory History { get; init; }

    /// <summary>The name of the linked worktree; empty for the main one.</summary>
    public string Worktree { get; init; } = "";

    /// <summary>Whether somebody will read why a check could not be recalled: telling takes longer than missing.</summary>
    public bool ExplainsMisses { get; init; }

    /// <summary>Whether what was read of the working tree may be what another run has put there for a while.</summary>
    public Func<bool> IsDisturbed { get; init; } = static () => false;

    /// <summary>What tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
