using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FirstTry.Architecture.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The C# sources below a folder of the repository, without build output.</summary>
    internal static IEnumerable<string> Sources(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !relative.Split('/').Any(segment => segment is "bin" or "obj" or "node_modules" or "corpus" or "fixtures")
        where !relative.Contains(".verified.", StringComparison.Ordinal)
        select relative;

    /// <summary>The project files below <c>src</c> and <c>generators</c>.</summary>
    internal static IEnumerable<string> Projects() =>
        from folder in new[] { "src", "generators" }
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        select file;

    internal static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    private static string FindRoot(string directory) =>
        File.Exists(Path.Combine(directory, "FirstTry.sln"))
            ? directory
            : FindRoot(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("FirstTry.sln is not above the tests"));
}
