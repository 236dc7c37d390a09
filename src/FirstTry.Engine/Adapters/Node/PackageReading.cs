using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Adapters.Reaching;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>Looks through all files of a package for what they speak of.</summary>
internal static class PackageReading
{
    // Packages of others, package managers, and what tools of the web write down for themselves.
    private static readonly HashSet<string> NotOwn = new(StringComparer.Ordinal)
    {
        "node_modules", ".git", ".yarn", ".next", ".nuxt", ".svelte-kit", ".turbo", ".parcel-cache", ".angular", ".cache",
    };

    /// <summary>Reads a package.</summary>
    /// <param name="root">The absolute path of the workspace.</param>
    /// <param name="folder">The folder of the package below it; empty for the root itself.</param>
    /// <param name="names">The names of all packages.</param>
    /// <param name="words">Further words to look for.</param>
    /// <param name="climbs">Whether a file may read anything, by its path and its text; null when the paths in it tell all.</param>
    /// <exception cref="IOException">Something cannot be read.</exception>
    internal static Reach Of(string root, string folder, IReadOnlyCollection<string> names, IReadOnlyCollection<string> words, Func<string, string, bool>? climbs = null)
    {
        var reach = new Reach(folder);
        var reader = new SourceReader(reach, folder, root, [.. names], [.. words]) { Climbs = climbs };
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var current))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, current)).EnumerateFileSystemInfos())
            {
                var path = current.Length == 0 ? entry.Name : current + "/" + entry.Name;
                if (entry.LinkTarget is { } target)
                {
                    reach.AddPlace(Path.IsPathRooted(target) ? "" : Reach.Combine(current, target));
                }
                else if (entry is not DirectoryInfo)
                {
                    reader.Read(path);
                }
                else if (!NotOwn.Contains(entry.Name) && !IsMade(entry.FullName))
                {
                    pending.Push(path);
                }
            }
        }

        return reach;
    }

    // Environments of Python, and caches that say so themselves.
    private static bool IsMade(string folder) => File.Exists(Path.Combine(folder, "pyvenv.cfg")) || File.Exists(Path.Combine(folder, "CACHEDIR.TAG"));
}
