namespace FirstTry.Benchmarks.Reports;

/// <summary>What a reader must know about the machine to judge the figures.</summary>
/// <param name="Load">The load of the last minute when the measuring began; negative where the system does not tell.</param>
internal sealed record Machine(string Processor, int Cores, string System, string Git, double Load);
