using System;
using System.Buffers;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Tells whether Python sources below the root of a check may find files above it.</summary>
internal static class ClimbingSources
{
    // What looks for folders above by itself.
    private static readonly SearchValues<string> Looking = SearchValues.Create(
        ["pardir", "rootpath", "rootdir", "inipath", "find_dotenv", "find_up", "findup", "search_parent", "pyprojroot", "show-toplevel"],
        StringComparison.Ordinal);

    /// <summary>The places outside of the root of a check that its sources may read; an empty one is all of the repository.</summary>
    internal static EquatableArray<string> PlacesOf(AdapterScene scene)
    {
        var root = scene.Check.Root;
        if (root == ".")
        {
            return [];
        }

        var above = DepthOf(root) + 1;
        return PackagesInPlace.AreBeside(scene) ? [""] : OuterReading.Of(scene, (path, text) => Climbs(path, text, DepthOf(path) - above));
    }

    private static bool Climbs(string path, string text, int depth) =>
        SourceTree.IsSource(path)
            ? text.AsSpan().IndexOfAny(Looking) >= 0 || LeavesFolder(text, depth)
            : Path.GetExtension(path) is ".cfg" or ".ini" or ".toml" && NamesFolderAbove(text);

    /// <summary>True when a source may climb out of a folder so many levels above its own: from its own place only as far as lines say, from any other place at all.</summary>
    internal static bool LeavesFolder(string text, int depth)
    {
        if (!text.Contains("path", StringComparison.OrdinalIgnoreCase) && !text.Contains("__file__", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var levels = LevelsOf(line);
            if (levels > 0 && (levels > depth + 1 || !line.Contains("__file__", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static int LevelsOf(ReadOnlySpan<char> line)
    {
        var levels = line.Count("dirname(");
        for (var at = line.IndexOf(".parent"); at >= 0;)
        {
            line = line[(at + ".parent".Length)..];
            levels += line.StartsWith("s[") ? IndexIn(line[2..]) + 1 : line.StartsWith("s") ? int.MaxValue / 2 : line.Length > 0 && (char.IsLetterOrDigit(line[0]) || line[0] == '_') ? 0 : 1;
            at = line.IndexOf(".parent");
        }

        return levels;
    }

    // An index that is not plain may be any.
    private static int IndexIn(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(']');
        return end > 0 && end < 3 && int.TryParse(rest[..end], out var index) && index >= 0 ? index : int.MaxValue / 4;
    }

    // pythonpath = ..
    private static bool NamesFolderAbove(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            foreach (var range in line.Split(' '))
            {
                if (line[range].Trim("\"'=,[]") is "..")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int DepthOf(string path) => path.AsSpan().Count('/');
}
