namespace FirstTry.Benchmarks.Reports;

/// <summary>Where the time went that a run took less than all checks one after another. What running at once saves is negative where the run took longer than its checks.</summary>
/// <param name="NotRunning">Milliseconds of checks that did not run.</param>
/// <param name="AtOnce">Milliseconds of checks that ran, less the whole run.</param>
internal sealed record Saving(double NotRunning, double AtOnce)
{
    /// <summary>Divides what was saved.</summary>
    /// <param name="everything">All checks one after another, uncached.</param>
    /// <param name="whatRan">Those of them that the run did not leave out, one after another.</param>
    /// <param name="run">The whole run.</param>
    public static Saving Of(double everything, double whatRan, double run) => new(everything - whatRan, whatRan - run);
}
