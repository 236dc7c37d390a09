using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>The changed files that a check looks at.</summary>
/// <param name="Files">Those that exist, relative to the repository root.</param>
/// <param name="SkipReason">Why the check has nothing to do; null when it has.</param>
internal readonly record struct CheckFiles(IReadOnlyList<RepoPath> Files, string? SkipReason)
{
    /// <summary>How many leading bytes of a path below the root of the check are the root and its slash.</summary>
    internal static int RootLengthOf(Check check) => check.Root == "." ? 0 : Encoding.UTF8.GetByteCount(check.Root) + 1;

    /// <summary>
    /// Picks what the check looks at. A command that takes files without saying which takes every changed one. A check with <c>files</c>
    /// that reads them by itself also runs when one of them was deleted: that may break the rest.
    /// </summary>
    internal static CheckFiles Select(Check check, Command? command, RunRequest request)
    {
        var takesFiles = check.Stdin == StandardInput.Files || (command is not null && Placeholders.WantsFiles(command));
        if (!takesFiles && check.Files is null && command is not null)
        {
            return new CheckFiles([], null);
        }

        var prefix = check.Root == "." ? [] : Encoding.UTF8.GetBytes(check.Root + "/");
        var files = check.Files is null && check.Exclude is null && prefix.Length == 0
            ? request.Files
            : Matching(request.Files, check, prefix);
        var mustHaveFiles = takesFiles || check.Files is not null;
        var isNeeded = !mustHaveFiles || files.Count > 0 || (!takesFiles && command is not null && HasMatch(request.Deleted, check, prefix));
        return new CheckFiles(files, isNeeded ? null : check.Files is null ? "no files changed" : "no files match");
    }

    private static List<RepoPath> Matching(IReadOnlyList<RepoPath> paths, Check check, byte[] prefix)
    {
        var matching = new List<RepoPath>();
        for (var i = 0; i < paths.Count; i++)
        {
            if (IsMatch(paths[i], check, prefix))
            {
                matching.Add(paths[i]);
            }
        }

        return matching;
    }

    private static bool HasMatch(IReadOnlyList<RepoPath> paths, Check check, byte[] prefix)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            if (IsMatch(paths[i], check, prefix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMatch(RepoPath path, Check check, byte[] prefix) =>
        path.Bytes.AsSpan().StartsWith(prefix)
        && (check.Files?.IsMatch(path, prefix.Length) ?? true)
        && !(check.Exclude?.IsMatch(path, prefix.Length) ?? false);
}
