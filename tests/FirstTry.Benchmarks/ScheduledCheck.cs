using System.Collections.Generic;

namespace FirstTry.Benchmarks;

/// <summary>A check that sleeps.</summary>
internal sealed record ScheduledCheck(string Name, int Milliseconds, bool IsSlow, IReadOnlyList<string> Needs);
