using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FirstTry.Schema.Tests;

/// <summary>Configs that parser and schema have to judge alike.</summary>
internal static class Corpus
{
    /// <summary>All files, by folder and name.</summary>
    public static IReadOnlyList<CorpusFile> Files { get; } = [.. Read("valid"), .. Read("invalid"), .. Read("invalid-beyond-schema")];

    /// <summary>The file of this <see cref="CorpusFile.Place"/>.</summary>
    public static CorpusFile Find(string place) => Files.Single(file => file.Place == place);

    private static IEnumerable<CorpusFile> Read(string folder)
    {
        var directory = Path.Combine(SourceTree.TestProject, "corpus", folder);
        foreach (var path in Directory.GetFiles(directory, "*.yml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            yield return new CorpusFile(folder, Path.GetFileNameWithoutExtension(path), text, IdsOf(text));
        }
    }

    private static string IdsOf(string text)
    {
        var first = text.Split('\n')[0];
        return first.StartsWith("# FT", StringComparison.Ordinal) ? first["# ".Length..].Trim() : "";
    }
}
