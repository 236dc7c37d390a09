using System;
using System.IO;
using System.Text;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds symbolic links that lead nowhere.</summary>
internal sealed class BrokenSymlink : BuiltinCheck
{
    // As many links in a row as Linux follows.
    private const int MaxHops = 40;

    /// <inheritdoc />
    public override string Name => "broken-symlink";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var findings = new Findings();
        foreach (var path in context.Files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (WorktreeFiles.KindOf(context.WorktreeRoot, path) == FileKind.Symlink && !LeadsSomewhere(context.WorktreeRoot, path))
                {
                    var target = new RepoPath(WorktreeFiles.Read(context.WorktreeRoot, path));
                    findings.Add(path, $"a symbolic link to '{target}', which does not exist");
                }
            }
            catch (IOException exception)
            {
                findings.Add(path, $"cannot be read: {exception.Message}");
            }
        }

        return findings.ToOutcome();
    }

    private static bool LeadsSomewhere(string root, RepoPath link)
    {
        byte[] place = [.. Encoding.UTF8.GetBytes(root), (byte)'/', .. link.Bytes];
        for (var hop = 0; hop < MaxHops; hop++)
        {
            var (folder, path) = Split(place);
            var kind = WorktreeFiles.KindOf(folder, path);
            if (kind != FileKind.Symlink)
            {
                return kind != FileKind.Absent;
            }

            var target = WorktreeFiles.Read(folder, path);
            place = target.AsSpan().StartsWith("/"u8) ? target : [.. place.AsSpan(0, place.AsSpan().LastIndexOf((byte)'/') + 1), .. target];
        }

        return false;
    }

    // Everything after the first slash is a path below the file system's root.
    private static (string Root, RepoPath Path) Split(byte[] place)
    {
        var slash = place.AsSpan().IndexOf((byte)'/');
        return (Encoding.UTF8.GetString(place, 0, slash), new RepoPath(place[(slash + 1)..]));
    }
}
