using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Which files of a tree a check depends on beside those that are handed over.</summary>
internal sealed class Selection
{
    private readonly byte[] _prefix;
    private readonly GlobSet? _files;
    private readonly GlobSet? _exclude;
    private readonly GlobSet? _inputs;

    private Selection(byte[] prefix, GlobSet? files, GlobSet? exclude, GlobSet? inputs)
    {
        _prefix = prefix;
        _files = files;
        _exclude = files is null ? null : exclude;
        _inputs = inputs;
        Id = Identify();
    }

    /// <summary>The same for selections that select the same of every tree, as far as their patterns tell.</summary>
    internal Digest Id { get; }

    /// <summary>Whether it takes everything below the root of the check.</summary>
    internal bool IsEverything => _files is null && _inputs is null;

    /// <summary>What a check selects; null when it depends on nothing but what is handed over.</summary>
    internal static Selection? Of(PlannedCheck planned)
    {
        var check = planned.Check;
        var takesFiles = planned.TakesFiles;

        // A command that finds its files itself depends on all that it may find, whichever of them changed.
        var files = takesFiles ? null : check.Files;
        if (files is null && check.Inputs is null && (planned.Builtin is not null || check.Files is not null))
        {
            return null;
        }

        return new Selection(RootOf(check), files, check.Exclude, check.Inputs);
    }

    /// <summary>The folder of a check with its slash; empty for the top.</summary>
    internal static byte[] RootOf(Check check) => check.Root == "." ? [] : Encoding.UTF8.GetBytes(check.Root + "/");

    /// <summary>True for a path below the root of the check.</summary>
    internal bool IsBelowRoot(ReadOnlySpan<byte> path) => path.StartsWith(_prefix);

    /// <summary>True when a file at this path would be selected.</summary>
    internal bool Matches(RepoPath path)
    {
        if (!path.Bytes.AsSpan().StartsWith(_prefix))
        {
            return false;
        }

        return IsEverything
            || (_files is not null && _files.IsMatch(path, _prefix.Length) && !(_exclude?.IsMatch(path, _prefix.Length) ?? false))
            || (_inputs?.IsMatch(path, _prefix.Length) ?? false);
    }

    /// <summary>The paths that patterns name without a wildcard: what is not there counts too, and what git ignores was meant all the same.</summary>
    internal IEnumerable<RepoPath> NamedPaths()
    {
        foreach (var globs in (GlobSet?[])[_files, _inputs])
        {
            foreach (var glob in globs?.Including ?? [])
            {
                if (PlainPath.Of(glob.Pattern) is { } plain)
                {
                    yield return new RepoPath([.. _prefix, .. plain]);
                }
            }
        }
    }

    /// <summary>The folders, each with a slash at its end, that patterns lead into by plain text.</summary>
    internal IEnumerable<byte[]> NamedFolders()
    {
        foreach (var globs in (GlobSet?[])[_files, _inputs])
        {
            foreach (var glob in globs?.Including ?? [])
            {
                if (PlainPath.FolderOf(glob.Pattern) is { Length: > 0 } folder)
                {
                    yield return [.. _prefix, .. Encoding.UTF8.GetBytes(folder + "/")];
                }
            }
        }
    }

    private Digest Identify()
    {
        var text = new DocumentWriter();
        text.Field(_prefix);
        foreach (var globs in (GlobSet?[])[_files, _exclude, _inputs])
        {
            text.Item(globs is null ? "-" : "+", "");
            foreach (var glob in globs?.Including ?? [])
            {
                text.Item("+", glob.Pattern);
            }

            foreach (var glob in globs?.Excluding ?? [])
            {
                text.Item("!", glob.Pattern);
            }
        }

        return Sha256.Of(text.Written);
    }
}
