using System;
using System.Collections.Generic;
using FirstTry.Benchmarks.Reports;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Bench;

/// <summary>The other runners, each installed once and looked for once; one that cannot be installed is known as missing from then on.</summary>
internal sealed class PeerShelf(IReadOnlyDictionary<string, Func<Peer>> makers)
{
    private readonly Dictionary<string, Peer> _peers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MissingPeer> _missing = new(StringComparer.Ordinal);

    /// <summary>Those that come from npm in exact versions and from Debian.</summary>
    public static PeerShelf Standard() => new(new Dictionary<string, Func<Peer>>(StringComparer.Ordinal)
    {
        ["lefthook"] = Lefthook.Find,
        ["prek"] = Prek.Find,
        ["pre-commit"] = PreCommit.Find,
        ["turbo"] = Turbo.Find,
        ["make"] = static () => Here("make"),
    });

    /// <summary>The runner of a name, with its version in <see cref="Peer.Name"/>; null when it is missing, which <paramref name="missing"/> then gets an entry about.</summary>
    public Peer? Find(string name, ICollection<MissingPeer> missing)
    {
        if (!_peers.ContainsKey(name) && !_missing.ContainsKey(name))
            Look(name);

        if (_peers.TryGetValue(name, out var peer))
            return peer;

        missing.Add(_missing[name]);
        return null;
    }

    private static Peer Here(string name)
    {
        var program = CommandLine.Run("/", "sh", ["-c", $"command -v {name}"]).Output.Trim();
        return program.Length > 0 ? new Peer(name, program, []) : throw new BenchmarkException($"{name} is not installed");
    }

    private void Look(string name)
    {
        try
        {
            _peers[name] = makers[name]();
        }
        catch (Exception exception) when (exception is BenchmarkException or System.ComponentModel.Win32Exception)
        {
            _missing[name] = new MissingPeer(name, exception.Message.ReplaceLineEndings(" ").Trim());
        }
    }
}
