using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>The <c>extra_inputs</c> of a check: files that git ignores or that lie outside of the repository.</summary>
internal sealed class DeclaredInputs(Check check, FingerprintScene scene, SideFiles sides)
{
    private readonly byte[] _prefix = Selection.RootOf(check);
    private readonly string _home = scene.Environment["HOME"] ?? "";

    /// <summary>True when a path of the repository, or an absolute one, is declared as it is or as part of a folder.</summary>
    internal bool Includes(RepoPath path)
    {
        if (check.ExtraInputs is not { } globs)
        {
            return false;
        }

        if (path.Bytes.AsSpan().StartsWith("/"u8))
        {
            var home = Encoding.UTF8.GetBytes(_home + "/");
            return globs.IsMatch(path)
                || (_home.Length > 0 && path.Bytes.AsSpan().StartsWith(home) && globs.IsMatch(new RepoPath([.. "~/"u8, .. path.Bytes.AsSpan(home.Length)])));
        }

        return path.Bytes.AsSpan().StartsWith(_prefix) && globs.IsMatch(path, _prefix.Length);
    }

    /// <summary>What lies there now, in byte order of names.</summary>
    /// <exception cref="ObstacleException">Something cannot be read.</exception>
    internal List<SideFile> Find()
    {
        var files = new SortedDictionary<RepoPath, SideFile>();
        foreach (var glob in check.ExtraInputs?.Including ?? [])
        {
            foreach (var file in Find(glob))
            {
                files[file.Name] = file;
            }
        }

        return [.. files.Values];
    }

    private List<SideFile> Find(Glob glob)
    {
        var found = new List<SideFile>();
        var (folder, prefix) = StartOf(glob);
        if (PlainPath.Of(glob.Pattern) is null)
        {
            sides.AddBelow(folder, path => Named(glob, prefix, path), found);
            return found;
        }

        var name = new RepoPath(prefix[..^1]);
        if (check.ExtraInputs!.IsMatch(name, MatchStart(name)))
        {
            AddPlain(folder, name, found);
        }

        return found;
    }

    private void AddPlain(string place, RepoPath name, List<SideFile> found)
    {
        var (root, path) = AbsolutePath.Split(place);
        if (sides.Look(root, path, name) is { } file)
        {
            found.Add(file);
            return;
        }

        var before = found.Count;
        sides.AddBelow(place, below => Excludes(new RepoPath([.. name.Bytes, (byte)'/', .. below.Bytes])), found);
        if (found.Count == before)
        {
            found.Add(new SideFile(name, FileInputKind.EmptyFolder, default));
        }
    }

    private RepoPath? Excludes(RepoPath name)
    {
        foreach (var glob in check.ExtraInputs!.Excluding)
        {
            if (glob.IsMatch(name.Bytes, MatchStart(name)))
            {
                return null;
            }
        }

        return name;
    }

    private RepoPath? Named(Glob glob, byte[] prefix, RepoPath below)
    {
        var name = new RepoPath([.. prefix, .. below.Bytes]);
        return glob.IsMatch(name.Bytes, MatchStart(name)) ? Excludes(name) : null;
    }

    // Where to look, and what the names of everything there begin with.
    private (string Folder, byte[] Prefix) StartOf(Glob glob)
    {
        var plain = PlainPath.Of(glob.Pattern) is { } whole ? Encoding.UTF8.GetString(whole) : PlainPath.FolderOf(glob.Pattern);
        if (plain.StartsWith('/'))
        {
            return (plain, Encoding.UTF8.GetBytes(plain.TrimEnd('/') + "/"));
        }

        if (plain == "~" || plain.StartsWith("~/", StringComparison.Ordinal))
        {
            return _home.Length == 0
                ? throw new ObstacleException($"HOME is not set, and the extra input '{glob.Pattern}' lies there")
                : (_home + plain[1..], Encoding.UTF8.GetBytes(plain + "/"));
        }

        var below = Encoding.UTF8.GetString(_prefix) + plain;
        var folder = below.TrimEnd('/');
        return (folder.Length == 0 ? scene.Worktree.Root : scene.Worktree.Root + "/" + folder, folder.Length == 0 ? [] : Encoding.UTF8.GetBytes(folder + "/"));
    }

    private int MatchStart(RepoPath name) => name.Bytes is [(byte)'/' or (byte)'~', ..] ? 0 : _prefix.Length;
}
