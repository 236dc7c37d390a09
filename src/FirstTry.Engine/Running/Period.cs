using System;

namespace FirstTry.Engine.Running;

/// <summary>When something of a run happened.</summary>
/// <param name="Start">Since the beginning of the run.</param>
/// <param name="Duration">How long it took.</param>
public readonly record struct Period(TimeSpan Start, TimeSpan Duration)
{
    /// <summary>When it was over.</summary>
    public TimeSpan End => Start + Duration;
}
