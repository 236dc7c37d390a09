using System;

namespace FirstTry.Benchmarks.Bench;

/// <summary>One who takes part in interleaved rounds.</summary>
/// <param name="Name">The runner.</param>
/// <param name="Run">Does the work of one round and says what it took.</param>
internal sealed record Contender(string Name, Func<double> Run);
