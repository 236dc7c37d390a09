using System;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using FirstTry.Engine.Store;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Micro;

/// <summary>Looking for remembered passes in a store that has a thousand of them.</summary>
public class StoreBenchmarks
{
    private const int Results = 1_000;
    private TemporaryDirectory _folder = null!;
    private ResultStore _store = null!;
    private int _next;

    /// <summary>Fills the store.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _folder = TemporaryDirectory.Create("store-benchmark");
        _store = new ResultStore(_folder.PathOf("store"), isWritable: true, TimeProvider.System);
        for (var i = 0; i < Results; i++)
        {
            var stored = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds());
            if (!_store.Keep(new StoredResult { Key = Key(i), ExitCode = 0, Duration = TimeSpan.FromSeconds(3), Stored = stored, Tools = "ruff 0a1b", Version = "0.1.0" }, "all is well\n"u8))
                throw new BenchmarkException($"the store cannot be written: {_store.Fault}");
        }
    }

    /// <summary>Removes the store.</summary>
    [GlobalCleanup]
    public void Remove() => _folder.Dispose();

    /// <summary>A pass that is there.</summary>
    [Benchmark]
    public StoredResult Hit() => _store.Find(Key(_next++ % Results)) ?? throw new BenchmarkException("a pass is missing from the store");

    /// <summary>A pass that is not there.</summary>
    [Benchmark]
    public bool Miss() => _store.Find(Key(Results + (_next++ % Results))) is null;

    private static string Key(int number) => number.ToString("x8", CultureInfo.InvariantCulture) + new string('a', 56);
}
