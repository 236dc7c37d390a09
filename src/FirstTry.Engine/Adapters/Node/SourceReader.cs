using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Engine.Adapters.Reaching;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>Looks through one file of a package after the other for what they speak of.</summary>
internal sealed class SourceReader(Reach reach, string package, string root, string[] names, string[] words)
{
    // Where one of these is, the code finds folders above it by itself.
    private static readonly SearchValues<string> Climbing = SearchValues.Create(
        ["rev-parse", "INIT_CWD", "npm_config_local_prefix", "find-up", "findUp", "pkg-up", "pkgUp", "find-root", "findRoot", "workspaceRoot", "@manypkg", "process.env.PWD"],
        StringComparison.Ordinal);

    // They name what packages of packages use, which climb for themselves; paths in them count.
    private static readonly HashSet<string> Locks = new(StringComparer.Ordinal) { "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock" };

    private static readonly HashSet<string> NotRead = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".markdown", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".eot", ".otf", ".pdf", ".zip", ".gz", ".tgz", ".br",
        ".wasm", ".node", ".mp3", ".mp4", ".webm", ".map", ".tsbuildinfo", ".snap", ".lockb",
    };

    private readonly string[] _scopes = [.. names.Where(name => name[0] == '@').Select(name => name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct(StringComparer.Ordinal)];

    private readonly SearchValues<string> _anyName = SearchValues.Create(names.Length == 0 ? ["\0"] : names, StringComparison.Ordinal);

    /// <summary>Whether a file may read anything, by its path and its text; null when the paths in it tell all.</summary>
    internal Func<string, string, bool>? Climbs { get; init; }

    /// <summary>Reads one file.</summary>
    /// <param name="path">Relative to the workspace.</param>
    internal void Read(string path)
    {
        if (NotRead.Contains(Path.GetExtension(path)))
        {
            return;
        }

        // One character a byte: what is looked for is ASCII.
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(root, path)));
        if ((!Locks.Contains(Path.GetFileName(path)) && text.AsSpan().IndexOfAny(Climbing) >= 0) || Climbs?.Invoke(path, text) == true)
        {
            reach.AddPlace("");
        }

        ReadNames(text);
        ReadScopes(text);
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        ReadPaths(text, folder);
        ReadFolders(text, folder);
        foreach (var word in words)
        {
            if (!reach.Words.Contains(word) && text.Contains(word, StringComparison.Ordinal))
            {
                reach.AddWord(word);
            }
        }
    }

    private void ReadNames(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var offset = text.AsSpan(start).IndexOfAny(_anyName);
            if (offset < 0)
            {
                return;
            }

            start += offset;
            foreach (var name in names)
            {
                if (string.CompareOrdinal(text, start, name, 0, name.Length) == 0 && IsMention(text, start, name))
                {
                    reach.AddName(name);
                }
            }

            start++;
        }
    }

    // '@scope/' + name: any of them.
    private void ReadScopes(string text)
    {
        foreach (var scope in _scopes)
        {
            for (var at = text.IndexOf(scope, StringComparison.Ordinal); at >= 0; at = text.IndexOf(scope, at + 1, StringComparison.Ordinal))
            {
                var end = at + scope.Length;
                if (end < text.Length && text[end] is '"' or '\'' or '`' or '$' or '%')
                {
                    Array.ForEach(Array.FindAll(names, name => name.StartsWith(scope, StringComparison.Ordinal)), reach.AddName);
                    break;
                }
            }
        }
    }

    // A name with a scope is no other word. One without is a mention only between quotes, or with a path behind it.
    private static bool IsMention(string text, int start, string name)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = start + name.Length == text.Length ? ' ' : text[start + name.Length];
        return !IsOfWord(after) && (name[0] == '@' || (before is '"' or '\'' or '`' or ' ' or '=' && after is '"' or '\'' or '`' or '/'));
    }

    // dirname(__dirname): up by one without a path that says so.
    private void ReadFolders(string text, string folder)
    {
        if (!text.Contains("dirname(", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var isFile = line.Contains("__filename", StringComparison.Ordinal) || line.Contains("import.meta.url", StringComparison.Ordinal) || line.Contains("import.meta.filename", StringComparison.Ordinal);
            var isKnown = isFile || line.Contains("__dirname", StringComparison.Ordinal) || line.Contains("import.meta.dirname", StringComparison.Ordinal);
            var up = line.Count("dirname(") - (isFile ? 1 : 0);
            if (isKnown && up > 0)
            {
                reach.AddPlace(Reach.Combine(folder, string.Concat(Enumerable.Repeat("../", up))));
            }
        }
    }

    private static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';

    private void ReadPaths(string text, string folder)
    {
        for (var start = text.IndexOf("..", StringComparison.Ordinal); start >= 0; start = start >= text.Length ? -1 : text.IndexOf("..", start, StringComparison.Ordinal))
        {
            var isSegment = (start == 0 || text[start - 1] is not ('.' or ')' or ']') && !IsOfWord(text[start - 1]))
                && start + 2 < text.Length && text[start + 2] is '/' or '"' or '\'' or '`';
            if (!isSegment)
            {
                start += 2;
                continue;
            }

            var end = text[start + 2] == '/' ? EndOfPath(text, start) : EndOfChain(text, start);
            if (text[start + 2] == '/')
            {
                var relative = Known(text, start, end);
                reach.AddPlace(Reach.Combine(folder, relative));
                AddFromWorkingFolder(relative);
            }
            else
            {
                reach.AddPlace(Reach.Combine(folder, UpBy(text[start..end])));
            }

            start = end;
        }
    }

    // Read from code, a path may start at the folder in which scripts run.
    private void AddFromWorkingFolder(string relative)
    {
        var place = Reach.Combine(package, relative);
        if (place is not null && !package.StartsWith(place + "/", StringComparison.Ordinal) && place.Length > 0 && Path.Exists(Path.Combine(root, place)))
        {
            reach.AddPlace(place);
        }
    }

    private static int EndOfPath(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsOfWord(text[end]) || text[end] is '.' or '/' or '@' or '+'))
        {
            end++;
        }

        return end;
    }

    // join(here, '..', '..'): how far it climbs is what counts, not where to.
    private static int EndOfChain(string text, int start)
    {
        var end = start + 2;
        while (end < text.Length && text[end] is '"' or '\'' or '`' or ',' or ' ' or '\n' or '\r' or '\t' or '.')
        {
            end++;
        }

        return end;
    }

    private static string UpBy(string chain)
    {
        var up = "";
        for (var at = chain.IndexOf("..", StringComparison.Ordinal); at >= 0; at = chain.IndexOf("..", at + 2, StringComparison.Ordinal))
        {
            up += "../";
        }

        return up;
    }

    // The last segment may go on with what is not plain text; the folder before it then counts.
    private static string Known(string text, int start, int end)
    {
        var relative = text[start..end];
        return end < text.Length && text[end] is '$' or '*' or '{' or '[' or '(' or '?' or '\\' ? relative[..(relative.LastIndexOf('/') + 1)] : relative;
    }
}
