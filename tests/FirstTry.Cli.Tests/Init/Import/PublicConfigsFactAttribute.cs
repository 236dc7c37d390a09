using System;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>A test that needs the configs of public repositories; skipped, and said to be, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicConfigsFactAttribute : FactAttribute
{
    /// <summary>Names the folder.</summary>
    public const string Variable = "FIRSTTRY_PUBLIC_CONFIGS";

    /// <summary>Skips the test where the folder is not named.</summary>
    public PublicConfigsFactAttribute() => Skip = Folder is null ? $"{Variable} names no folder with the configs of public-configs.tsv" : null;

    /// <summary>The folder; null where it is not named.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}
