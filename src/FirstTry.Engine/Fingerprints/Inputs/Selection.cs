using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Adapters.Reaching;
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
    private readonly List<Glob> _above;
    private readonly EquatableArray<string> _outer;

    private Selection(byte[] prefix, GlobSet? files, GlobSet? exclude, GlobSet? inputs, List<Glob> above, EquatableArray<string> outer)
    {
        _above = above;
        _outer = outer;
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

    /// <summary>Whether it takes everything below the root of the check, and nothing else.</summary>
    internal bool IsWholeRoot => IsEverything && _above.Count == 0 && _outer.Count == 0;

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

        return new Selection(RootOf(check), files, check.Exclude, check.Inputs, AboveOf(check), check.OuterInputs);
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
            return IsAbove(path) || IsOuter(path);
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

        foreach (var glob in _above)
        {
            for (var end = 0; PlainPath.Of(glob.Pattern) is { } plain && end < _prefix.Length; end += _prefix.AsSpan(end).IndexOf((byte)'/') + 1)
            {
                yield return new RepoPath([.. _prefix.AsSpan(0, end), .. plain]);
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

    // A file of this name in a folder that the root lies in.
    private bool IsAbove(RepoPath path)
    {
        var folder = path.Bytes.AsSpan().LastIndexOf((byte)'/') + 1;
        if (folder >= _prefix.Length || !_prefix.AsSpan().StartsWith(path.Bytes.AsSpan(0, folder)))
        {
            return false;
        }

        foreach (var glob in _above)
        {
            if (glob.IsMatch(path.Bytes, folder))
            {
                return true;
            }
        }

        return false;
    }

    // In a place that the files below the root lead to.
    private bool IsOuter(RepoPath path)
    {
        if (_outer.Count == 0)
        {
            return false;
        }

        var text = path.ToString();
        foreach (var place in _outer)
        {
            if (Reach.IsIn(text, place))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Glob> AboveOf(Check check)
    {
        var above = new List<Glob>();
        foreach (var pattern in check.ParentInputs)
        {
            above.Add(Glob.TryParse(pattern, out var glob, out var error) ? glob : throw new System.InvalidOperationException(error));
        }

        return above;
    }

    private Digest Identify()
    {
        var text = new DocumentWriter();
        text.Field(_prefix);
        foreach (var glob in _above)
        {
            text.Item("^", glob.Pattern);
        }

        foreach (var place in _outer)
        {
            text.Item("..", place);
        }

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
