using System;

namespace FirstTry.Engine.Store;

/// <summary>A pass that is remembered. It holds no values of variables, no paths of this machine and nothing of who made it.</summary>
public sealed record StoredResult
{
    /// <summary>The fingerprint that it was made under, 64 lower-case hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>The exit code of the check.</summary>
    public required int ExitCode { get; init; }

    /// <summary>How long the check ran: what a hit saves.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The processor time that it took.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>The most memory that one of its processes held; 0 when that is not known.</summary>
    public long PeakMemory { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset Stored { get; init; }

    /// <summary>The SHA-256 of everything that it wrote; null when it wrote nothing.</summary>
    public string? Log { get; init; }

    /// <summary>The digest of the state in which it left its <c>outputs</c>; null when it declares none.</summary>
    public string? Outputs { get; init; }

    /// <summary>The programs that ran, by name and digest.</summary>
    public string Tools { get; init; } = "";

    /// <summary>Who stored it: <c>local</c>.</summary>
    public string Producer { get; init; } = "local";

    /// <summary>The version of this program that stored it.</summary>
    public required string Version { get; init; }
}
