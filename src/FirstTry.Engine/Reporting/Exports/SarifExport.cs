using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.Reporting.Findings;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Reporting.Exports;

/// <summary>
/// A run as SARIF 2.1.0: what the checks that object say about places in files, as far as their output is understood; a check of which
/// nothing is understood is one result without a place. The rule of a result is the name of the check, a slash, and the tool's own name.
/// </summary>
public sealed class SarifExport
{
    private const string Root = "%SRCROOT%";
    private readonly Utf8JsonWriter _json;
    private readonly RunResult _run;
    private readonly List<(string Rule, CheckResult Check, Finding? Finding)> _results = [];
    private readonly List<(string Id, string Description)> _rules = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    private SarifExport(Utf8JsonWriter json, RunResult run)
    {
        _json = json;
        _run = run;
    }

    /// <summary>Writes the log, in UTF-8.</summary>
    /// <param name="worktreeRoot">The absolute path of the working tree: only its files are named.</param>
    /// <param name="version">The version of this program.</param>
    public static void Write(Stream output, RunResult run, string worktreeRoot, string version)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options with { Indented = true });
        var export = new SarifExport(json, run);
        export.Collect(worktreeRoot);
        export.WriteLog(version);
    }

    private void Collect(string worktreeRoot)
    {
        foreach (var check in _run.Checks)
        {
            if (!check.IsFailure && !check.IsWarning)
            {
                continue;
            }

            var findings = FindingReader.Read(check, worktreeRoot);
            foreach (var finding in findings)
            {
                Add(check, finding);
            }

            if (findings.Count == 0)
            {
                Add(check, null);
            }
        }
    }

    private void Add(CheckResult check, Finding? finding)
    {
        var rule = finding?.Rule is { } name ? $"{check.Name}/{name}" : check.Name;
        if (_indexes.TryAdd(rule, _rules.Count))
        {
            _rules.Add((rule, check.Planned.Check.Description ?? check.Name));
        }

        _results.Add((rule, check, finding));
    }

    private void WriteLog(string version)
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool(version);
        WriteInvocation();
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject(Root);
        WriteMessage("description", "The top of the repository.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartArray("results");
        foreach (var (rule, check, finding) in _results)
        {
            WriteResult(rule, check, finding);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteTool(string version)
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "firsttry");
        _json.WriteString("version", version);
        _json.WriteStartArray("rules");
        foreach (var (id, description) in _rules)
        {
            _json.WriteStartObject();
            _json.WriteString("id", id);
            WriteMessage("shortDescription", description);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // Whether the tools did their work, not whether they found something.
    private void WriteInvocation()
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        var failures = new List<CheckResult>();
        foreach (var check in _run.Checks)
        {
            if (check.Status is CheckStatus.Error or CheckStatus.TimedOut or CheckStatus.Cancelled)
            {
                failures.Add(check);
            }
        }

        _json.WriteBoolean("executionSuccessful", failures.Count == 0 && !_run.IsInterrupted);
        _json.WriteNumber("exitCode", _run.ExitCode);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var check in failures)
        {
            _json.WriteStartObject();
            _json.WriteString("level", "error");
            WriteMessage("message", $"{check.Name}: {check.Reason}");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteResult(string rule, CheckResult check, Finding? finding)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", rule);
        _json.WriteNumber("ruleIndex", _indexes[rule]);
        _json.WriteString("level", NameOf(LevelOf(check, finding)));
        WriteMessage("message", finding?.Message ?? $"{check.Name}: {check.Reason}");
        if (finding is not null)
        {
            WriteLocation(finding);
        }

        _json.WriteEndObject();
    }

    private void WriteLocation(Finding finding)
    {
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", UriOf(finding.File));
        _json.WriteString("uriBaseId", Root);
        _json.WriteEndObject();
        if (finding.Line > 0)
        {
            _json.WriteStartObject("region");
            _json.WriteNumber("startLine", finding.Line);
            if (finding.Column > 0)
            {
                _json.WriteNumber("startColumn", finding.Column);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteMessage(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    private static string UriOf(string path) => string.Join('/', Array.ConvertAll(path.Split('/'), Uri.EscapeDataString));

    // What may fail does not stop anybody.
    private static FindingLevel LevelOf(CheckResult check, Finding? finding)
    {
        var level = finding?.Level ?? FindingLevel.Error;
        return check.IsWarning && level == FindingLevel.Error ? FindingLevel.Warning : level;
    }

    private static string NameOf(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "note",
    };
}
