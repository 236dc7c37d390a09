using System;
using System.IO;

namespace FirstTry.Schema.Tests;

/// <summary>Where the sources of this project are on disk.</summary>
internal static class SourceTree
{
    /// <summary>The repository's top directory.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The directory of this test project.</summary>
    public static string TestProject { get; } = Path.Combine(Root, "tests", "FirstTry.Schema.Tests");

    /// <summary>The schema under test.</summary>
    public static string Schema { get; } = Path.Combine(Root, "firsttry.schema.json");

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "FirstTry.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("FirstTry.sln is not above the tests");
        }

        return directory;
    }
}
