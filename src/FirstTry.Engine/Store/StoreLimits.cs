using System;

namespace FirstTry.Engine.Store;

/// <summary>What pruning leaves of a store.</summary>
/// <param name="Age">How long a record stays after its last use.</param>
/// <param name="Bytes">How large the store may be; beyond it the longest unused goes first.</param>
public sealed record StoreLimits(TimeSpan Age, long Bytes)
{
    /// <summary>Thirty days and 2 GiB.</summary>
    public static StoreLimits Default { get; } = new(TimeSpan.FromDays(30), 2L * 1024 * 1024 * 1024);
}
