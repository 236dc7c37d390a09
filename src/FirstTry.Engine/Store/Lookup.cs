using System;
using FirstTry.Engine.Fingerprints;

namespace FirstTry.Engine.Store;

/// <summary>What looking for a remembered pass came to.</summary>
internal sealed record Lookup
{
    /// <summary>The fingerprint; null when none was wanted.</summary>
    internal Fingerprint? Fingerprint { get; init; }

    /// <summary>The pass that is remembered and good; null when there is none.</summary>
    internal StoredResult? Found { get; init; }

    /// <summary>What the remembered check wrote.</summary>
    internal byte[] Log { get; init; } = [];

    /// <summary>Why there is none, where that is known without comparing: "cache: false".</summary>
    internal string? Obstacle { get; init; }

    /// <summary>Why it ran, in words; null when nobody asked.</summary>
    internal string? MissReason { get; init; }

    /// <summary>When it was looked for, by the clock on the wall.</summary>
    internal DateTimeOffset At { get; init; }

    /// <summary>When it was looked for, by the clock that nobody moves.</summary>
    internal long Timestamp { get; init; }

    /// <summary>The fingerprint's key; null when there is none.</summary>
    internal string? Key => Fingerprint?.Key;
}
