using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;
using FirstTry.Benchmarks.Workloads;

namespace FirstTry.Benchmarks.Peers;

/// <summary>Everybody who runs a workload.</summary>
internal static class WorkRunners
{
    /// <summary>All checks one after another, with no cache of any tool: the verdict that counts.</summary>
    public const string Uncached = "sequential, nothing cached";

    /// <summary>All checks one after another.</summary>
    public const string Sequential = "sequential";

    /// <summary>All checks by ours, nothing remembered.</summary>
    public const string CacheOff = "firsttry, all, cache off";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Ours first, then the run whose verdict counts, then the others that are there, last the run of all with the tools' caches.</summary>
    /// <param name="peers">The names of other runners to look for.</param>
    public static List<WorkRunner> Of(BenchContext context, IReadOnlyList<WorkCheck> checks, IReadOnlyList<string> peers, ICollection<MissingPeer> missing)
    {
        string[] all = ["run", "pre-commit", "--all-files", "--cache", "off"];
        List<WorkRunner> runners =
        [
            new(context.FirstTry) { Remembers = true },
            new(new Peer(Uncached, "sh", ["checks.sh"])) { HasNoCaches = true },
            new(new Peer("make -j2", "make", ["-s", "-j2", "--keep-going", "all"])),
            new(context.FirstTry with { Name = CacheOff, Arguments = all }),
        ];
        foreach (var name in peers)
        {
            if (context.Peers.Find(name, missing) is { } peer)
                runners.Add(Asked(name, peer, checks));
        }

        runners.Add(new WorkRunner(new Peer(Sequential, "sh", ["checks.sh"])));
        return [.. runners.Select(runner => runner with { Peer = runner.Peer with { Limit = Limit } })];
    }

    private static WorkRunner Asked(string name, Peer peer, IReadOnlyList<WorkCheck> checks) => name switch
    {
        "turbo" => new WorkRunner(peer with { Arguments = ["run", .. checks.Select(check => check.Name), .. TurboOptions] }) { Remembers = true },
        "lefthook" => new WorkRunner(peer),
        _ => new WorkRunner(peer with { Arguments = ["run", "--color", "never"] }) { RefusesFixes = true },
    };

    private static string[] TurboOptions => ["--continue", "--concurrency=2", "--no-daemon", "--no-update-notifier", "--env-mode=loose", "--output-logs=errors-only"];
}
