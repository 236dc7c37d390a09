using System;
using System.Text;
using FirstTry.Processes;

namespace FirstTry.Benchmarks.Bench;

/// <summary>One who takes part in interleaved rounds.</summary>
/// <param name="Name">The runner.</param>
/// <param name="Run">Does the work of one round and says what it took.</param>
internal sealed record Contender(string Name, Func<double> Run)
{
    /// <summary>A whole process, in milliseconds, that must pass.</summary>
    public static Contender Of(Peer peer, string root, EnvironmentBlock environment) => new(peer.Name, () =>
    {
        var outcome = peer.Run(root, environment);
        return outcome.Succeeded
            ? outcome.Duration.TotalMilliseconds
            : throw new BenchmarkException($"{peer.Name} ended with {outcome.ExitCode}: {outcome.Failure}{Encoding.UTF8.GetString(outcome.Output)}");
    });
}
