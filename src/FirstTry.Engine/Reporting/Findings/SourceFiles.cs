using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary>Tells whether a tool's word is the name of a file of the repository.</summary>
internal sealed class SourceFiles(string worktreeRoot, string checkRoot)
{
    private const int LongestName = 1024;
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>The file relative to the repository root, with slashes; null when there is no such file, or it lies elsewhere.</summary>
    internal string? Find(string name)
    {
        var trimmed = name.Trim().Trim('"', '\'', '`');
        if (trimmed.Length is 0 or > LongestName || trimmed.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        if (!_known.TryGetValue(trimmed, out var found))
        {
            found = Resolve(Path.Combine(worktreeRoot, checkRoot), trimmed) ?? (checkRoot == "." ? null : Resolve(worktreeRoot, trimmed));
            _known[trimmed] = found;
        }

        return found;
    }

    private string? Resolve(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var root = worktreeRoot.EndsWith(Path.DirectorySeparatorChar) ? worktreeRoot : worktreeRoot + Path.DirectorySeparatorChar;
        return path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path)
            ? path[root.Length..].Replace(Path.DirectorySeparatorChar, '/')
            : null;
    }
}
