using System;

namespace FirstTry.Benchmarks;

/// <summary>Something stands in the way of a measurement that means anything; the message says what.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
