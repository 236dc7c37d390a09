using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Finds the sources below a folder.</summary>
internal static class SourceTree
{
    private const int Most = 20_000;

    /// <summary>
    /// The paths of all sources, relative to the folder, with slashes between; null where imports cannot be followed by paths: below links, with
    /// names that are not plain, or when there are too many.
    /// </summary>
    internal static List<string>? Find(string root)
    {
        var found = new List<string>();
        var pending = new Stack<string>([""]);
        while (pending.TryPop(out var folder))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
            {
                var path = folder.Length == 0 ? entry.Name : folder + "/" + entry.Name;
                if (entry is DirectoryInfo)
                {
                    if (IsLeftOut(entry))
                    {
                        continue;
                    }

                    if (entry.LinkTarget is not null)
                    {
                        return null;
                    }

                    pending.Push(path);
                }
                else if (IsSource(entry.Name))
                {
                    if (entry.LinkTarget is not null || !IsPlain(path) || found.Count == Most)
                    {
                        return null;
                    }

                    found.Add(path);
                }
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>True for a file that Python imports.</summary>
    internal static bool IsSource(string path) => path.EndsWith(".py", StringComparison.Ordinal);

    // What pytest does not go into by itself, and an import does not lead to.
    private static bool IsLeftOut(FileSystemInfo folder) =>
        folder.Name.StartsWith('.') || folder.Name is "node_modules" or "__pycache__" or "site-packages" || File.Exists(Path.Combine(folder.FullName, "pyvenv.cfg"));

    private static bool IsPlain(string path)
    {
        foreach (var character in path)
        {
            if (character is < ' ' or > '~' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
