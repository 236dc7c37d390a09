using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Benchmarks.Reports;
using FirstTry.Processes;

namespace FirstTry.Benchmarks.Cases;

/// <summary>Whether every runner of hooks runs all checks, by the marks they leave, and refuses a commit when one of them fails.</summary>
internal static class HookVerdicts
{
    private const int Checks = 3;

    /// <summary>What each says where all checks pass.</summary>
    public static List<Verdict> OfPassing(BenchmarkRepository repository, IEnumerable<Peer> peers) => Of(repository, peers, "");

    /// <summary>What each says where the second check fails.</summary>
    public static List<Verdict> OfFailing(BenchmarkRepository repository, IEnumerable<Peer> peers) => Of(repository, peers, "; test {name} != two");

    private static List<Verdict> Of(BenchmarkRepository repository, IEnumerable<Peer> peers, string rest)
    {
        var marks = Path.Combine(repository.Outside, "ran.txt");
        repository.Configure($"echo {{name}} >> \"{marks}\"{rest}");
        return [.. peers.Select(peer => Of(repository, peer, marks))];
    }

    private static Verdict Of(BenchmarkRepository repository, Peer peer, string marks)
    {
        File.Delete(marks);
        var outcome = peer.Run(repository.Root, repository.Environment);
        if (outcome.End != ProcessEnd.Exited)
            throw new BenchmarkException($"{peer.Name} did not end by itself: {outcome.End} {outcome.Failure}");

        return new Verdict(peer.Name, outcome.ExitCode)
        {
            Ran = File.Exists(marks) ? File.ReadAllLines(marks) : [],
            Owed = [.. BenchmarkRepository.CheckNames(Checks)],
        };
    }
}
