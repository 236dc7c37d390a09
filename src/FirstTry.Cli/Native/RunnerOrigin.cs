using System;

namespace FirstTry.Cli;

/// <summary>What a native runner was compiled from. It stands for these bytes and for no others.</summary>
/// <param name="Config">The name of the config.</param>
/// <param name="ConfigDigest">The SHA-256 of its bytes, in lower-case hexadecimal digits.</param>
/// <param name="Local">The name of the personal config beside it; null when there was none.</param>
/// <param name="LocalDigest">The SHA-256 of that; null when there was none.</param>
/// <param name="CodeDigest">The SHA-256 of the checks written in C#, see <see cref="CodeFiles"/>; null when the config uses none.</param>
/// <param name="Program">The absolute path of the <c>firsttry</c> that compiled it.</param>
/// <param name="ProgramSize">How many bytes that program had.</param>
/// <param name="ProgramTime">When it was last written, in ticks of UTC.</param>
public sealed record RunnerOrigin(string Config, string ConfigDigest, string? Local, string? LocalDigest, string? CodeDigest, string Program, long ProgramSize, long ProgramTime)
{
    private const int DigitsInName = 16;

    /// <summary>Compares content with the config byte for byte, which takes a hundredth of the time of its SHA-256; null, and that is compared.</summary>
    public Func<byte[], bool>? HasConfig { get; init; }

    /// <summary>The name of the folder that such a runner lies in: another for other files.</summary>
    public string Name => ConfigDigest[..DigitsInName] + Part(LocalDigest, "-") + (CodeDigest is null ? "" : CodePart(CodeDigest));

    /// <summary>The end of the names of runners that were compiled with these checks written in C#.</summary>
    internal static string CodePart(string digest) => Part(digest, "-cs-");

    private static string Part(string? digest, string prefix) => digest is null ? "" : prefix + digest[..DigitsInName];
}
