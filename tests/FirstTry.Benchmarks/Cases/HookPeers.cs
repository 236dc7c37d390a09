using System.Collections.Generic;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>The runners of hooks, each asked for the pre-commit hook as git would ask it.</summary>
internal static class HookPeers
{
    /// <summary>Those of these names that are there.</summary>
    public static List<Peer> Find(BenchContext context, ICollection<MissingPeer> missing, params string[] names)
    {
        var peers = new List<Peer>();
        foreach (var name in names)
        {
            if (context.Peers.Find(name, missing) is { } peer)
                peers.Add(name == "lefthook" ? peer : peer with { Arguments = ["run", "--color", "never"] });
        }

        return peers;
    }

    /// <summary>The name with its version; the bare name of one that is missing, so that budgets name it all the same.</summary>
    public static string NameOf(IEnumerable<Peer> peers, string name)
    {
        foreach (var peer in peers)
        {
            if (peer.Name.StartsWith(name + " ", System.StringComparison.Ordinal))
                return peer.Name;
        }

        return name;
    }
}
