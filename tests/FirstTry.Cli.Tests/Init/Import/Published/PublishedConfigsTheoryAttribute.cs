using System;
using System.IO;

namespace FirstTry.Cli.Tests.Init.Import.Published;

/// <summary>A test on the releases that <c>.ci/published-configs</c> brings; skipped, and said to be, on a machine where it never ran.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedConfigsTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where the folder of the releases is missing.</summary>
    public PublishedConfigsTheoryAttribute() => Skip = Directory.Exists(Release.Folder()) ? null : $"'{Release.Folder()}' is missing: .ci/published-configs brings what is in it";
}
