using System;
using System.Collections.Generic;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Store;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Composition;

/// <summary>Variables that stand for options.</summary>
internal static class Variables
{
    /// <summary>The names in <c>FIRSTTRY_SKIP</c>.</summary>
    public static IReadOnlyList<string> Skip(EnvironmentBlock environment) =>
        environment["FIRSTTRY_SKIP"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Whether this is a build server, as <c>CI</c> says.</summary>
    public static bool IsCi(EnvironmentBlock environment) => new RunFacts { Environment = environment }.IsCi;

    /// <summary>The number in <c>FIRSTTRY_WORKERS</c>; null when it is not set.</summary>
    /// <exception cref="UsageException">It is no number of workers.</exception>
    public static int? Workers(EnvironmentBlock environment) =>
        WorkerCount.Read(environment["FIRSTTRY_WORKERS"] is { Length: > 0 } text ? text : null, "FIRSTTRY_WORKERS");

    /// <summary>The mode in <c>FIRSTTRY_CACHE</c>; null when it is not set.</summary>
    /// <exception cref="UsageException">There is no such mode.</exception>
    public static CacheMode? Cache(EnvironmentBlock environment) => environment["FIRSTTRY_CACHE"] is not { Length: > 0 } name
        ? null
        : CacheModeNames.Find(name)
            ?? throw new UsageException($"FIRSTTRY_CACHE: '{name}' is none of {string.Join(", ", CacheModeNames.All)}.{NearestName.Suggest(name, CacheModeNames.All)}");
}
