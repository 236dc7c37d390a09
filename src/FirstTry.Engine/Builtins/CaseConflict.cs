using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds paths that are one and the same where the file system does not tell upper from lower case.</summary>
internal sealed class CaseConflict : BuiltinCheck
{
    /// <inheritdoc />
    public override string Name => "case-conflict";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var findings = new Findings();
        var seen = new Dictionary<string, List<RepoPath>>(StringComparer.Ordinal);
        var reported = new HashSet<RepoPath>();
        try
        {
            Register(Tracked(context), seen, context, (_, _) => { });
        }
        catch (GitException exception)
        {
            findings.AddText($"case-conflict: the tracked files are not known: {exception.Message}");
        }

        Register(context.Files, seen, context, (path, other) =>
        {
            if (reported.Add(path))
            {
                findings.Add(path, $"differs from '{other}' only in case: on Windows and macOS only one of them can exist");
            }
        });
        return findings.ToOutcome();
    }

    private static IReadOnlyList<RepoPath> Tracked(BuiltinContext context) => context is { Environment: { } environment, Files.Count: > 0 }
        ? TrackedFiles.All(Worktree.Find(context.WorktreeRoot, environment), environment)
        : [];

    private static void Register(
        IReadOnlyList<RepoPath> paths, Dictionary<string, List<RepoPath>> seen, BuiltinContext context, Action<RepoPath, RepoPath> report)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var bytes = paths[i].Bytes;
            for (var end = 1; end <= bytes.Length; end++)
            {
                if (end == bytes.Length || bytes[end] == (byte)'/')
                {
                    RegisterOne(end == bytes.Length ? paths[i] : new RepoPath(bytes[..end]), seen, report);
                }
            }
        }
    }

    private static void RegisterOne(RepoPath path, Dictionary<string, List<RepoPath>> seen, Action<RepoPath, RepoPath> report)
    {
        var folded = Fold(path.Bytes);
        if (!seen.TryGetValue(folded, out var spellings))
        {
            seen.Add(folded, [path]);
            return;
        }

        if (spellings.FindIndex(spelling => spelling != path) is >= 0 and var other)
        {
            report(path, spellings[other]);
        }

        if (!spellings.Contains(path))
        {
            spellings.Add(path);
        }
    }

    // Latin-1 keeps apart what is not UTF-8; a file system that folds case does not take such names at all.
    private static string Fold(byte[] path) =>
        System.Text.Unicode.Utf8.IsValid(path) ? Encoding.UTF8.GetString(path).ToLowerInvariant() : "\0" + Encoding.Latin1.GetString(path);
}
