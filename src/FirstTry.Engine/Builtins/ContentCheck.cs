using System;
using System.IO;
using System.Threading.Tasks;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>A check that looks at the content of one regular file after another. A file that cannot be read is an objection.</summary>
internal abstract class ContentCheck : BuiltinCheck
{
    // As git does: a zero byte near the start makes a file binary.
    private const int BinaryProbe = 8000;

    // Below this, a further thread takes longer to start than it saves.
    private const int FilesOfThread = 200;

    /// <summary>True when files with zero bytes are looked at too.</summary>
    protected virtual bool ReadsBinary => false;

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var parts = new Findings[Math.Clamp(context.Files.Count / FilesOfThread, 1, context.Threads)];
        if (parts.Length == 1)
        {
            parts[0] = Look(context, 0, 1);
        }
        else
        {
            Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = parts.Length }, part => parts[part] = Look(context, part, parts.Length));
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        return Findings.Joined(parts).ToOutcome();
    }

    private Findings Look(BuiltinContext context, int part, int parts)
    {
        var findings = new Findings();
        var end = (int)((long)context.Files.Count * (part + 1) / parts);
        try
        {
            for (var i = (int)((long)context.Files.Count * part / parts); i < end && !context.CancellationToken.IsCancellationRequested; i++)
            {
                Visit(context.Files[i], context, findings);
            }
        }
        catch (OperationCanceledException)
        {
            // Told once for all threads when they have ended.
        }

        return findings;
    }

    /// <summary>Looks at the content of one file.</summary>
    protected abstract void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings);

    /// <summary>True when a file of this kind is looked at; links and folders (submodules) never are.</summary>
    protected virtual bool Takes(FileKind kind) => kind is FileKind.File or FileKind.Executable;

    private void Visit(RepoPath path, BuiltinContext context, Findings findings)
    {
        try
        {
            var kind = WorktreeFiles.TryRead(context.WorktreeRoot, path, Takes, out var content);
            if (kind == FileKind.Absent)
            {
                findings.Add(path, "cannot be read: it does not exist, or its folder cannot be entered");
            }
            else if (content is not null && (ReadsBinary || !IsBinary(content)))
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
