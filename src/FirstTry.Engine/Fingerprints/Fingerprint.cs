using System;
using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Inputs;

namespace FirstTry.Engine.Fingerprints;

/// <summary>What the result of a check depends on: a key, or the reason why there is none.</summary>
public sealed record Fingerprint
{
    /// <summary>64 lower-case hex digits: the SHA-256 of <see cref="Document"/>. Null when the check cannot be remembered.</summary>
    public string? Key { get; private init; }

    /// <summary>Why the check cannot be remembered; null when it can.</summary>
    public string? Obstacle { get; private init; }

    /// <summary>What the key is made of; lists of files stand in it as the digests of <see cref="Parts"/>. Empty when there is no key.</summary>
    public ReadOnlyMemory<byte> Document { get; private init; }

    /// <summary>Compares the inputs after a run.</summary>
    internal InputGuard? Guard { get; private init; }

    /// <summary>The check's files, as they were.</summary>
    internal CheckInputs? Inputs => Guard?.Inputs;

    /// <summary>
    /// The lists of files that the document refers to. To be kept beside it under their digest, for <see cref="FingerprintDifference"/>; worked
    /// out at each call, and only right while the inputs are what they were.
    /// </summary>
    public IEnumerable<FingerprintPart> Parts() => Inputs?.Parts() ?? [];

    /// <summary>A fingerprint of this document.</summary>
    internal static Fingerprint Of(byte[] document, InputGuard guard) =>
        new() { Key = Hashing.Sha256.Of(document).ToString(), Document = document, Guard = guard };

    /// <summary>No fingerprint, and why.</summary>
    internal static Fingerprint None(string obstacle) => new() { Obstacle = obstacle };
}
