using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Config;
using FirstTry.Engine.Store;
using FirstTry.Graph;

namespace FirstTry.Cli;

/// <summary>The sources of checks written in C#: <c>checks/*.cs</c> beside the config.</summary>
internal static class CodeFiles
{
    private const string Prefix = ConfigParser.CodeFolder + "/";
    private const string Extension = ".cs";

    /// <summary>Whether a path, as seen from the top of a repository, is that of such a source.</summary>
    public static bool IsName(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal) && path.EndsWith(Extension, StringComparison.Ordinal) && path.IndexOf('/', Prefix.Length) < 0;

    /// <summary>Their paths in a working tree, in no order.</summary>
    public static List<string> In(string root)
    {
        var folder = Path.Combine(root, ConfigParser.CodeFolder);
        var paths = new List<string>();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            if (Prefix + Path.GetFileName(file) is var path && IsName(path))
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    /// <summary>Reads them.</summary>
    /// <param name="outgoing">See <see cref="ConfigFiles.Load"/>.</param>
    /// <exception cref="UsageException">One cannot be read.</exception>
    public static SortedDictionary<string, byte[]> Read(string root, Dictionary<string, byte[]?>? outgoing = null)
    {
        var sources = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in In(root))
        {
            if (outgoing is null || !outgoing.ContainsKey(path))
            {
                sources.Add(path, ConfigFiles.ReadBytes(root, path));
            }
        }

        foreach (var (path, content) in outgoing ?? [])
        {
            if (content is not null && IsName(path))
            {
                sources.Add(path, content);
            }
        }

        return sources;
    }

    /// <summary>What stands for all of them: the SHA-256 of their names and contents.</summary>
    public static string Digest(SortedDictionary<string, byte[]> sources)
    {
        var list = new StringBuilder();
        foreach (var (path, content) in sources)
        {
            list.Append(ContentId.Of(content)).Append(' ').Append(path).Append('\n');
        }

        return ContentId.Of(Encoding.UTF8.GetBytes(list.ToString()));
    }

    /// <summary>The sources as the parser of configs reads them.</summary>
    public static List<ConfigSource> Texts(SortedDictionary<string, byte[]> sources)
    {
        var texts = new List<ConfigSource>(sources.Count);
        foreach (var (path, content) in sources)
        {
            texts.Add(ConfigSource.FromBytes(path, content));
        }

        return texts;
    }
}
