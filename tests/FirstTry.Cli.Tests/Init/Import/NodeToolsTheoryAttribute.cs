using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>A test on the packages that <c>.ci/run</c> installs from the lock file of <c>tests/node-tools</c>; skipped, and said to be, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeToolsTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where the packages are not installed.</summary>
    public NodeToolsTheoryAttribute() => Skip = Directory.Exists(Packages()) ? null : $"'{Packages()}' is missing: .ci/run installs it";

    /// <summary>The folder of the packages.</summary>
    public static string Packages([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../artifacts/node-tools/node_modules"));
}
