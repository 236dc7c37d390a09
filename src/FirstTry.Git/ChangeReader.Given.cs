using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Native;
using FirstTry.Graph;

namespace FirstTry.Git;

/// <content>Files that somebody names.</content>
public sealed partial class ChangeReader
{
    /// <summary>Exactly these files, whether they changed or not.</summary>
    /// <param name="directory">What relative paths start from; absolute.</param>
    /// <exception cref="GitException">One does not exist, is a folder, or lies outside the repository.</exception>
    public ChangeSet Given(string directory, IReadOnlyList<byte[]> paths)
    {
        var start = Encoding.UTF8.GetBytes(directory);
        var root = RealPath.Of(Encoding.UTF8.GetBytes(worktree.Root)) ?? throw new GitException($"'{worktree.Root}' does not exist.");
        var files = new List<RepoPath>();
        foreach (var path in paths)
        {
            files.Add(Locate(path, path is [(byte)'/', ..] ? path : [.. start, (byte)'/', .. path], root));
        }

        return new ChangeSet(FileSelection.Changed, NulList.Sorted(files), []);
    }

    // The folder's real path counts: git knows no file behind a symbolic link, and the repository itself may be reached through one.
    private RepoPath Locate(byte[] written, byte[] absolute, byte[] root)
    {
        var trimmed = absolute.AsSpan().TrimEnd((byte)'/');
        var name = trimmed[(trimmed.LastIndexOf((byte)'/') + 1)..].ToArray();
        if (name is [] or [(byte)'.'] or [(byte)'.', (byte)'.'])
        {
            throw Folder(written);
        }

        var folder = RealPath.Of(trimmed[..(trimmed.Length - name.Length)].ToArray())
            ?? throw new GitException($"'{new RepoPath(written)}' does not exist.");
        byte[] real = [.. folder.AsSpan().TrimEnd((byte)'/'), (byte)'/', .. name];
        byte[] top = [.. root.AsSpan().TrimEnd((byte)'/'), (byte)'/'];
        if (!real.AsSpan().StartsWith(top) || real.AsSpan(top.Length) is [(byte)'.', (byte)'g', (byte)'i', (byte)'t', (byte)'/', ..])
        {
            throw new GitException($"'{new RepoPath(written)}' is not in the repository '{worktree.Root}'.");
        }

        var path = new RepoPath(real[top.Length..]);
        return WorktreeFiles.KindOf(worktree.Root, path) switch
        {
            FileKind.File or FileKind.Executable or FileKind.Symlink => path,
            FileKind.Directory => throw Folder(written),
            _ => throw new GitException($"'{new RepoPath(written)}' does not exist."),
        };
    }

    private static GitException Folder(byte[] written) =>
        new($"'{new RepoPath(written)}' is a folder. Name files; '--all-files' takes everything.");
}
