using System;
using FirstTry.Engine.Fingerprints;

namespace FirstTry.Engine.Store;

/// <summary>What would come of looking for a remembered pass.</summary>
/// <param name="IsHit">Whether there is one that may stand in.</param>
/// <param name="Reason">"inputs unchanged", or why the check would run.</param>
/// <param name="Key">The fingerprint; null when none can be computed.</param>
/// <param name="Saved">How long the run took that would not be run again.</param>
public sealed record Foresight(bool IsHit, string Reason, string? Key, TimeSpan Saved)
{
    /// <summary>The fingerprint with its document; null when none was wanted.</summary>
    public Fingerprint? Fingerprint { get; init; }
}
