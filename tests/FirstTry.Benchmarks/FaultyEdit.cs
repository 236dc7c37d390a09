using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace FirstTry.Benchmarks;

/// <summary>A fault that is put into one file and taken back again.</summary>
/// <param name="Kind">What kind of file it is: source, test or document.</param>
internal sealed record FaultyEdit(string Kind, string Path, string Place, string Sound, string Faulty)
{
    // One character a byte: what is put back is what was there, byte order mark included.
    private static Encoding Bytes => Encoding.Latin1;

    /// <summary>So many edits of each kind, spread over the files.</summary>
    public static List<FaultyEdit> Of(string repository, string[] paths, int most)
    {
        var edits = new List<FaultyEdit>();
        foreach (var kind in paths.Where(path => KindOf(path).Length > 0).GroupBy(KindOf))
        {
            var made = kind.Select(path => Make(repository, path, kind.Key)).OfType<FaultyEdit>().ToList();
            edits.AddRange(Spread(made, kind.Key == "document" ? 1 : most));
        }

        return edits;
    }

    /// <summary>Puts the fault in.</summary>
    public void Apply() => File.WriteAllText(Place, Faulty, Bytes);

    /// <summary>Puts back what was there.</summary>
    public void TakeBack() => File.WriteAllText(Place, Sound, Bytes);

    // "source" and "test" of Python, which the first measurements were made with, have no language behind them.
    private static string KindOf(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        if (name.StartsWith("README", StringComparison.Ordinal))
            return path.Contains('/', StringComparison.Ordinal) ? "" : "document";

        if (FaultyLine.LanguageOf(path) is not { } language || name is "setup.py" or "noxfile.py" or "conftest.py" || Array.Exists(path.Split('/')[..^1], IsLeftOut))
            return "";

        var suffix = language == ".py" ? "" : " in " + language[1..];
        return IsTest(path, name) ? "test" + suffix : path.Split('/')[0] is "tests" or "tasks" or "tools" ? "" : "source" + suffix;
    }

    // As many of each package or project as there is room for, and these spread over its files.
    private static IEnumerable<FaultyEdit> Spread(List<FaultyEdit> edits, int most)
    {
        var parts = edits.GroupBy(edit => PartOf(edit.Path)).Select(part => part.ToList()).OrderByDescending(part => part.Count).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var room = most / parts.Count + (i < most % parts.Count ? 1 : 0);
            foreach (var edit in parts[i].Where((_, index) => index * room / parts[i].Count != (index - 1) * room / parts[i].Count || index == 0).Take(room))
                yield return edit;
        }
    }

    private static string PartOf(string path) => path.EndsWith(".py", StringComparison.Ordinal) ? "" : string.Join('/', path.Split('/')[..^1].Take(2));

    private static bool IsLeftOut(string folder) => folder is "docs" or "benchmarks" or "bench" or "examples" or "samples" or "fixtures" or "Snippets" or "tools" or "types";

    private static bool IsTest(string path, string name) =>
        name.EndsWith(".py", StringComparison.Ordinal)
            ? name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal)
            : Array.Exists(path.Split('/')[..^1], folder => folder is "test" or "tests" or "__tests__" || folder.EndsWith("Tests", StringComparison.Ordinal) || folder.EndsWith("Test", StringComparison.Ordinal))
                || name.Contains(".test.", StringComparison.Ordinal);

    private static FaultyEdit? Make(string repository, string path, string kind)
    {
        var place = System.IO.Path.Combine(repository, path);
        var text = Bytes.GetString(File.ReadAllBytes(place));
        var faulty = kind == "document" ? text + "\nMore words.\n" : FaultyLine.In(text, FaultyLine.LanguageOf(path)!, kind.StartsWith("test", StringComparison.Ordinal));
        return faulty is null ? null : new FaultyEdit(kind, path, place, text, faulty);
    }
}
