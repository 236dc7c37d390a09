using System;
using System.IO;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>A check that looks at the content of one regular file after another. A file that cannot be read is an objection.</summary>
internal abstract class ContentCheck : BuiltinCheck
{
    // As git does: a zero byte near the start makes a file binary.
    private const int BinaryProbe = 8000;

    /// <summary>True when files with zero bytes are looked at too.</summary>
    protected virtual bool ReadsBinary => false;

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var findings = new Findings();
        for (var i = 0; i < context.Files.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Visit(context.Files[i], context, findings);
        }

        return findings.ToOutcome();
    }

    /// <summary>Looks at the content of one file.</summary>
    protected abstract void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings);

    /// <summary>True when a file of this kind is looked at; links and folders (submodules) never are.</summary>
    protected virtual bool Takes(FileKind kind) => kind is FileKind.File or FileKind.Executable;

    private void Visit(RepoPath path, BuiltinContext context, Findings findings)
    {
        var kind = WorktreeFiles.KindOf(context.WorktreeRoot, path);
        if (kind == FileKind.Absent)
        {
            findings.Add(path, "cannot be read: it does not exist, or its folder cannot be entered");
            return;
        }

        if (!Takes(kind))
        {
            return;
        }

        try
        {
            var content = WorktreeFiles.Read(context.WorktreeRoot, path);
            if (ReadsBinary || !IsBinary(content))
            {
                Inspect(path, content, context, findings);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(path, $"cannot be read or written: {exception.Message}");
        }
    }

    private static bool IsBinary(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, BinaryProbe)].Contains((byte)0);
}
