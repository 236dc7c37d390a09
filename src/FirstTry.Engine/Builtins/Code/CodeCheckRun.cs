using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Graph.Authoring;
using FirstTry.Processes;

namespace FirstTry.Engine.Builtins.Code;

/// <summary>
/// Runs a check written in C#, on a thread of its own: one that does not come to an end is left alone there, and ends with the program.
/// </summary>
internal sealed class CodeCheckRun(CodeCheck check) : BuiltinCheck
{
    // As much as a main thread has on most systems.
    private const int StackBytes = 8 * 1024 * 1024;

    /// <inheritdoc />
    public override string Name => check.Name;

    /// <inheritdoc />
    /// <exception cref="CodeCheckException">It came to no verdict.</exception>
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        BuiltinOutcome? outcome = null;
        Exception? failure = null;

        // Not disposed: who is left alone may still come to its end.
        var end = new ManualResetEventSlim();
        WorkerThread.Start(
            () =>
            {
                (outcome, failure) = Look(context);
                end.Set();
            },
            StackBytes);
        end.Wait(context.CancellationToken);
        return outcome ?? throw failure!;
    }

    private (BuiltinOutcome? Outcome, Exception? Failure) Look(BuiltinContext context)
    {
        try
        {
            return (Collect(context), null);
        }
        catch (CodeCheckException exception)
        {
            return (null, exception);
        }
#pragma warning disable CA1031 // Whatever the author's code throws, it is the error of this one check.
        catch (Exception exception)
        {
            return context.CancellationToken.IsCancellationRequested
                ? (null, new OperationCanceledException(context.CancellationToken))
                : (null, new CodeCheckException($"{check.Method} threw {exception.GetType().Name}: {exception.Message}", exception));
        }
#pragma warning restore CA1031
    }

    private BuiltinOutcome Collect(BuiltinContext context)
    {
        var found = check.Run(FilesOf(context), context.CancellationToken) ?? throw new CodeCheckException($"{check.Method} returned null. Return an empty list where there is nothing to object to.");
        var findings = new Findings();
        foreach (var finding in found)
        {
            Add(finding ?? throw new CodeCheckException($"{check.Method} returned a finding that is null."), findings);
        }

        return findings.ToOutcome();
    }

    private static void Add(Finding finding, Findings findings)
    {
        var path = RepoPath.FromText(finding.File);
        if (finding.Severity == Severity.Warning)
        {
            findings.AddWarning(path, finding.Line, finding.Message);
        }
        else if (finding.Line > 0)
        {
            findings.Add(path, finding.Line, finding.Message);
        }
        else
        {
            findings.Add(path, finding.Message);
        }
    }

    private static List<CheckedFile> FilesOf(BuiltinContext context)
    {
        var files = new List<CheckedFile>(context.Files.Count);
        foreach (var path in context.Files)
        {
            // Links and folders (submodules) have no text of their own.
            if (WorktreeFiles.KindOf(context.WorktreeRoot, path) is FileKind.File or FileKind.Executable or FileKind.Absent)
            {
                files.Add(new CheckedFile(path.ToString(), () => Read(context.WorktreeRoot, path)));
            }
        }

        return files;
    }

    private static byte[] Read(string root, RepoPath path)
    {
        _ = WorktreeFiles.TryRead(root, path, static kind => kind is FileKind.File or FileKind.Executable, out var content);
        return content ?? throw new FileNotFoundException($"'{path}' cannot be read: it does not exist, or its folder cannot be entered.");
    }
}
