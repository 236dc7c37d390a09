using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace FirstTry.Generators.Tests;

/// <summary>Files of this repository that tests read.</summary>
internal static class SourceTree
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(TestProject(), "..", ".."));

    /// <summary>The names of the corpus files that the parser accepts, or refuses.</summary>
    public static IEnumerable<string> CorpusNames(params string[] folders) => folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(CorpusDirectory, folder), "*.yml"))
        .Select(path => Path.GetRelativePath(CorpusDirectory, path))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of a corpus file.</summary>
    public static string ReadCorpus(string name) => File.ReadAllText(Path.Combine(CorpusDirectory, name));

    /// <summary>The text of a file by its path from the root.</summary>
    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    private static string CorpusDirectory => Path.Combine(Root, "tests", "FirstTry.Schema.Tests", "corpus");

    private static string TestProject([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
