using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Python;

/// <summary>The hooks that a <c>.pre-commit-config.yaml</c> runs on all files of their kind.</summary>
internal static class PreCommitHooks
{
    private static readonly string[] Narrowing = ["files:", "exclude:", "stages:"];

    /// <summary>The ids of the hooks; none that is narrowed to some files, and none at all where the whole file is.</summary>
    public static HashSet<string> Find(SourceTree tree)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string? id = null;
        foreach (var candidate in tree.TextOf(".", ".pre-commit-config.yaml").Split('\n'))
        {
            var line = candidate.Trim();
            var entry = line.TrimStart('-', ' ');
            if (line.StartsWith('-') && entry.StartsWith("id:", StringComparison.Ordinal))
            {
                id = entry[3..].Split('#')[0].Trim().Trim('"', '\'');
                ids.Add(id);
            }
            else if (Array.Exists(Narrowing, key => entry.StartsWith(key, StringComparison.Ordinal)))
            {
                if (candidate.Length > 0 && !char.IsWhiteSpace(candidate[0]))
                {
                    return [];
                }

                ids.Remove(id ?? "");
            }
        }

        return ids;
    }
}
