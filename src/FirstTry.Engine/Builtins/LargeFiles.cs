using System.Collections.Generic;
using System.Globalization;
using System.IO;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Keeps files above a size out of the repository, except those that git LFS keeps elsewhere.</summary>
internal sealed class LargeFiles : BuiltinCheck
{
    private const int DefaultKilobytes = 500;

    /// <inheritdoc />
    public override string Name => "large-files";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var findings = new Findings();
        var limit = DefaultKilobytes;
        if (context.ValuesOf("max_kb") is { Count: > 0 } values
            && !(int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out limit) && values.Count == 1))
        {
            findings.AddText($"large-files: the option 'max_kb' is '{string.Join(", ", values)}'. Give one whole number of kilobytes.");
            return findings.ToOutcome();
        }

        var large = FindLarge(context, limit, findings);
        var stored = StoredElsewhere(context, large, findings);
        foreach (var (path, size) in large)
        {
            if (!stored.Contains(path))
            {
                findings.Add(path, string.Create(
                    CultureInfo.InvariantCulture, $"{size} KB, more than {limit} KB. Leave it out, keep it in git LFS, or raise 'max_kb'"));
            }
        }

        return findings.ToOutcome();
    }

    private static IReadOnlySet<RepoPath> StoredElsewhere(BuiltinContext context, Dictionary<RepoPath, long> large, Findings findings)
    {
        try
        {
            return large.Count == 0 || context.Environment is not { } environment
                ? new HashSet<RepoPath>()
                : Attributes.FilesFilteredBy("lfs", Worktree.Find(context.WorktreeRoot, environment), environment, [.. large.Keys]);
        }
        catch (GitException exception)
        {
            findings.AddText($"large-files: what git LFS keeps is not known: {exception.Message}");
            return new HashSet<RepoPath>();
        }
    }

    private static Dictionary<RepoPath, long> FindLarge(BuiltinContext context, int limit, Findings findings)
    {
        var large = new Dictionary<RepoPath, long>();
        foreach (var path in context.Files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                var size = WorktreeFiles.KindOf(context.WorktreeRoot, path) switch
                {
                    FileKind.File or FileKind.Executable => WorktreeFiles.SizeOf(context.WorktreeRoot, path),
                    FileKind.Absent => throw new IOException("it does not exist, or its folder cannot be entered"),
                    _ => 0,
                };
                var kilobytes = (size + 1023) / 1024;
                if (kilobytes > limit)
                {
                    large.Add(path, kilobytes);
                }
            }
            catch (IOException exception)
            {
                findings.Add(path, $"cannot be measured: {exception.Message}");
            }
        }

        return large;
    }
}
