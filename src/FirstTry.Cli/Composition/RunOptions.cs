using System.Collections.Generic;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Store;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>What the command line says of a run.</summary>
internal sealed record RunOptions
{
    /// <summary>A profile or a hook; null for the default.</summary>
    public string? Target { get; init; }

    /// <summary>Which files are looked at.</summary>
    public RunFiles Files { get; init; } = RunFiles.ByProfile;

    /// <summary>Names given with <c>--files</c> or read for <c>--files-from</c>.</summary>
    public IReadOnlyList<byte[]> Given { get; init; } = [];

    /// <summary>The commits of <see cref="RunFiles.Between"/>.</summary>
    public (string From, string To) Commits { get; init; }

    /// <summary>Whether only what mends runs.</summary>
    public bool IsFixing { get; init; }

    /// <summary>Whether to wait for another run in the same worktree.</summary>
    public bool Waits { get; init; } = true;

    public IReadOnlyList<string> Checks { get; init; } = [];

    public IReadOnlyList<string> Skip { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public int? Workers { get; init; }

    public FailFast? FailFast { get; init; }

    /// <summary>How remembered results are used; null when the environment decides.</summary>
    public CacheMode? Cache { get; init; }

    public ReportFormat Format { get; init; }

    public ColorChoice Color { get; init; }

    /// <summary>Whether lines are only added, also on a terminal.</summary>
    public bool NoProgress { get; init; }

    /// <summary>Whether the run is that of a build server: all files, and what would have to be fixed fails and stays as it is.</summary>
    public bool IsCi { get; init; }

    /// <summary>Where reports are written besides.</summary>
    public ExportPaths Exports { get; init; } = new(null, null, null);

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;
}
