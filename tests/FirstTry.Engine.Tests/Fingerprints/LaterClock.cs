using System;

namespace FirstTry.Engine.Tests.Fingerprints;

/// <summary>A clock that is ahead, so that files written just now are old.</summary>
internal sealed class LaterClock : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromSeconds(10);
}
