using System;

namespace FirstTry.Engine.Fingerprints;

/// <summary>Something that a result depends on is not known; ends the taking of one fingerprint, whose obstacle the message becomes.</summary>
internal sealed class ObstacleException(string message) : Exception(message);
