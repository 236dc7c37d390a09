using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FirstTry.Benchmarks;

/// <summary>A fault that is put into one file and taken back again.</summary>
/// <param name="Kind">What kind of file it is: source, test or document.</param>
internal sealed record FaultyEdit(string Kind, string Path, string Place, string Sound, string Faulty)
{
    /// <summary>So many edits of each kind, spread over the files.</summary>
    public static List<FaultyEdit> Of(string repository, string[] paths, int most)
    {
        var edits = new List<FaultyEdit>();
        foreach (var kind in paths.Where(path => KindOf(path).Length > 0).GroupBy(KindOf))
        {
            var made = kind.Select(path => Make(repository, path, kind.Key)).OfType<FaultyEdit>().ToList();
            edits.AddRange(made.Where((_, index) => index * most / made.Count != (index - 1) * most / made.Count || index == 0).Take(kind.Key == "document" ? 1 : most));
        }

        return edits;
    }

    /// <summary>Puts the fault in.</summary>
    public void Apply() => File.WriteAllText(Place, Faulty);

    /// <summary>Puts back what was there.</summary>
    public void TakeBack() => File.WriteAllText(Place, Sound);

    private static string KindOf(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        if (name.StartsWith("README", StringComparison.Ordinal))
            return path.Contains('/', StringComparison.Ordinal) ? "" : "document";

        if (!name.EndsWith(".py", StringComparison.Ordinal) || name is "setup.py" or "noxfile.py" or "conftest.py" || path.StartsWith("docs/", StringComparison.Ordinal))
            return "";

        return name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal) ? "test"
            : path.Split('/')[0] is "tests" or "tasks" or "benchmarks" or "examples" ? "" : "source";
    }

    private static FaultyEdit? Make(string repository, string path, string kind)
    {
        var place = System.IO.Path.Combine(repository, path);
        var text = File.ReadAllText(place);
        var faulty = kind switch
        {
            "source" => AtMiddle(text, "    return ", "    raise RuntimeError('fault'); return "),
            "test" => AtMiddle(text, "    assert ", "    assert 'fault' == ''; assert "),
            _ => text + "\nMore words.\n",
        };
        return faulty is null ? null : new FaultyEdit(kind, path, place, text, faulty);
    }

    private static string? AtMiddle(string text, string words, string instead)
    {
        var lines = text.Split('\n');
        var places = Enumerable.Range(0, lines.Length).Where(i => lines[i].TrimStart().StartsWith(words.TrimStart(), StringComparison.Ordinal) && lines[i].StartsWith("    ", StringComparison.Ordinal)).ToList();
        if (places.Count == 0)
            return null;

        var line = places[places.Count / 2];
        lines[line] = lines[line].Replace(words, instead, StringComparison.Ordinal);
        return string.Join('\n', lines);
    }
}
