using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>The patterns by which a workspace names the folders of its packages.</summary>
internal static class WorkspacePatterns
{
    /// <summary>The folders with a <c>package.json</c> that the patterns name, relative to the root, in ordinal order; the root itself is none of them.</summary>
    internal static List<string> FoldersOf(string root, IReadOnlyList<string> patterns)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            if (!pattern.StartsWith('!'))
            {
                Walk(root, "", Segments(pattern), 0, found);
            }
        }

        foreach (var pattern in patterns)
        {
            if (pattern.StartsWith('!'))
            {
                var left = new SortedSet<string>(StringComparer.Ordinal);
                Walk(root, "", Segments(pattern[1..]), 0, left);
                found.ExceptWith(left);
            }
        }

        return [.. found];
    }

    /// <summary>The patterns below <c>packages:</c> of a <c>pnpm-workspace.yaml</c>; null when the text is more than a plain list.</summary>
    internal static List<string>? OfPnpm(string text)
    {
        var patterns = new List<string>();
        var isInside = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd();
            if (line.Length == 0 || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            var isItem = line.TrimStart().StartsWith("- ", StringComparison.Ordinal);
            if (!isItem && !char.IsWhiteSpace(line[0]))
            {
                isInside = line.TrimEnd().TrimEnd(':') == "packages" && line.EndsWith(':');
                if (!isInside && line.StartsWith("packages", StringComparison.Ordinal))
                {
                    return null;
                }
            }
            else if (isInside)
            {
                if (!isItem || Scalar(line.TrimStart()[2..].Trim()) is not { } pattern)
                {
                    return null;
                }

                patterns.Add(pattern);
            }
        }

        return patterns;
    }

    private static string? Scalar(string text)
    {
        if (text.Length >= 2 && text[0] is '"' or '\'')
        {
            var end = text.IndexOf(text[0], 1);
            return end > 0 && (end == text.Length - 1 || text[(end + 1)..].TrimStart().StartsWith('#')) && !text.Contains('\\', StringComparison.Ordinal)
                ? text[1..end]
                : null;
        }

        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        var plain = comment < 0 ? text : text[..comment].TrimEnd();
        return plain.Length > 0 && "&*!|>{}[]%@`".Contains(plain[0], StringComparison.Ordinal) ? null : plain;
    }

    private static string[] Segments(string pattern)
    {
        var plain = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        return plain.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Walk(string root, string folder, string[] segments, int index, SortedSet<string> found)
    {
        if (index == segments.Length)
        {
            if (folder.Length > 0 && File.Exists(Path.Combine(root, folder, "package.json")))
            {
                found.Add(folder);
            }

            return;
        }

        var segment = segments[index];
        if (segment == "**")
        {
            Walk(root, folder, segments, index + 1, found);
        }

        foreach (var name in FoldersIn(Path.Combine(root, folder)))
        {
            if (segment == "**")
            {
                Walk(root, Join(folder, name), segments, index, found);
            }
            else if (IsMatch(segment, name))
            {
                Walk(root, Join(folder, name), segments, index + 1, found);
            }
        }
    }

    private static bool IsMatch(string segment, string name) =>
        segment == name || (Glob.TryParse(segment, out var glob, out _) && glob!.IsMatch(RepoPath.FromText(name).Bytes));

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    private static IEnumerable<string> FoldersIn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var place in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(place);
            if (name is not ("node_modules" or ".git"))
            {
                yield return name;
            }
        }
    }
}
