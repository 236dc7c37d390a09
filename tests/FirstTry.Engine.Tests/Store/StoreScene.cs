using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Engine.Store;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Store;

/// <summary>A store of its own, with a clock that stands where the test puts it.</summary>
internal sealed class StoreScene : TimeProvider, IDisposable
{
    internal const string Key = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private readonly TemporaryDirectory _directory;

    private StoreScene(TemporaryDirectory directory)
    {
        _directory = directory;
        Store = new ResultStore(Root, isWritable: true, this);
        Upkeep = new StoreUpkeep(Root, this);
    }

    internal DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    internal string Root => _directory.PathOf("store");

    internal ResultStore Store { get; }

    internal StoreUpkeep Upkeep { get; }

    internal string RecordPath => Path.Combine(Root, "ac", Key[..2], Key);

    internal static StoreScene Create([CallerMemberName] string test = "") => new(TemporaryDirectory.Create(test));

    public override DateTimeOffset GetUtcNow() => Now;

    internal StoredResult Result(string key = Key) => new()
    {
        Key = key,
        ExitCode = 0,
        Duration = TimeSpan.FromMilliseconds(640.2),
        Cpu = TimeSpan.FromMilliseconds(1200),
        PeakMemory = 40_000_000,
        Stored = DateTimeOffset.FromUnixTimeMilliseconds(Now.ToUnixTimeMilliseconds()),
        Tools = "ruff 0a1b",
        Version = "0.1.0",
    };

    /// <summary>Every file of a kind: <c>ac</c>, <c>cas</c>, <c>tmp</c>.</summary>
    internal string[] Files(string kind) => Directory.Exists(Path.Combine(Root, kind))
        ? [.. Directory.EnumerateFiles(Path.Combine(Root, kind), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [];

    public void Dispose() => _directory.Dispose();
}
