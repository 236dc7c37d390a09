using System.Collections.Generic;
using System.Diagnostics;

namespace FirstTry.Cli.Screens.Live;

/// <summary>How far a run has come.</summary>
/// <param name="total">How many checks there are.</param>
internal sealed class RunProgress(int total)
{
    public long StartedAt { get; } = Stopwatch.GetTimestamp();

    public int Total { get; } = total;

    /// <summary>How many have their verdict.</summary>
    public int Done { get; set; }

    /// <summary>Those that run now, in the order in which they began.</summary>
    public List<RunningCheck> Running { get; } = [];

    /// <summary>How many have not begun.</summary>
    public int Waiting => Total - Done - Running.Count;
}
