using System;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Reporting;

/// <summary>
/// One JSON object a line, as things happen: <c>run_started</c>, <c>check_started</c>, <c>check_finished</c> with the fields of a check in
/// the JSON report, <c>run_finished</c> with those of the whole report but the checks.
/// </summary>
public sealed class JsonLinesReport(Stream output) : IRunListener
{
    /// <inheritdoc />
    public void RunStarted(Plan plan) => WriteEvent("run_started", json =>
    {
        json.WriteNumber("schema", JsonFields.Schema);
        JsonFields.WritePlan(json, plan);
        json.WriteStartArray("checks");
        for (var i = 0; i < plan.Checks.Count; i++)
        {
            json.WriteStringValue(plan.Checks[i].Name);
        }

        json.WriteEndArray();
    });

    /// <inheritdoc />
    public void CheckStarted(PlannedCheck check) => WriteEvent("check_started", json =>
    {
        json.WriteString("name", check.Name);
        json.WriteString("bucket", JsonFields.NameOf(check.Bucket));
    });

    /// <inheritdoc />
    public void CheckFinished(CheckResult result) => WriteEvent("check_finished", json => JsonFields.WriteCheck(json, result));

    /// <inheritdoc />
    public void RunFinished(RunResult result) => WriteEvent("run_finished", json =>
    {
        json.WriteNumber("schema", JsonFields.Schema);
        JsonFields.WritePlan(json, result.Plan);
        JsonFields.WriteVerdict(json, result);
    });

    private void WriteEvent(string name, Action<Utf8JsonWriter> writeFields)
    {
        using (var json = new Utf8JsonWriter(output, JsonFields.Options))
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            writeFields(json);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
