using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Reporting.Exports;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>The files that somebody wants a run written to.</summary>
internal sealed class Exports
{
    private readonly List<ExportFile> _files = [];
    private readonly Invocation _invocation;

    private Exports(Invocation invocation) => _invocation = invocation;

    /// <summary>Makes sure that all of them can be written.</summary>
    /// <exception cref="UsageException">One cannot.</exception>
    public static Exports Prepare(Invocation invocation, ExportPaths paths, string worktreeRoot)
    {
        var exports = new Exports(invocation);
        exports.Add("--junit", paths.Junit, JunitExport.Write);
        exports.Add("--sarif", paths.Sarif, (output, run) => SarifExport.Write(output, run, worktreeRoot, ProductVersion.Text));
        exports.Add("--trace", paths.Trace, TraceExport.Write);
        return exports;
    }

    /// <summary>Writes them; the exit code of the run, or 2 where it passed but a file could not be written.</summary>
    public int Write(RunResult run)
    {
        var isComplete = true;
        foreach (var file in _files)
        {
            if (file.Write(run) is { } problem)
            {
                isComplete = false;
                _invocation.WriteError($"firsttry: {problem}");
            }
        }

        return isComplete || run.ExitCode != ExitCode.Passed ? run.ExitCode : ExitCode.Usage;
    }

    private void Add(string option, string? name, Action<Stream, RunResult> write)
    {
        if (name is not null)
        {
            _files.Add(ExportFile.Prepare(option, name, _invocation.Directory, write));
        }
    }
}
