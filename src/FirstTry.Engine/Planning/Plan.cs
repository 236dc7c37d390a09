using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>What is going to happen: checks in the order in which they are shown, those that are skipped included.</summary>
public sealed record Plan
{
    /// <summary>Bucket by bucket, within one in the order of the profile, a check always after those it needs.</summary>
    public required IReadOnlyList<PlannedCheck> Checks { get; init; }

    /// <summary>The hook that started the run; null by hand.</summary>
    public string? Hook { get; init; }

    /// <summary>The name of the profile; null for the inline profile of a hook.</summary>
    public string? Profile { get; init; }

    /// <summary>How many checks run at once; null for as many as there are cores.</summary>
    public int? Workers { get; init; }

    /// <summary>What happens to the rest after a failure.</summary>
    public FailFast FailFast { get; init; } = FailFast.Bucket;

    /// <summary>The absolute path of the message file that git gave; null when there is none.</summary>
    public string? MessageFile { get; init; }

    /// <summary>The short name of the checked-out branch, asked for by built-in checks; null when HEAD is detached.</summary>
    public System.Func<string?> Branch { get; init; } = static () => null;

    /// <summary>Whether a merge or rebase is under way, asked for by built-in checks.</summary>
    public System.Func<bool> IsJoining { get; init; } = static () => false;
}
