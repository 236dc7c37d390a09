using System.IO;
using System.Text.Json;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Reporting;

/// <summary>One JSON object when the run is over, with the checks in the order of the plan.</summary>
public sealed class JsonReport(Stream output) : IRunListener
{
    /// <inheritdoc />
    public void RunStarted(Plan plan)
    {
    }

    /// <inheritdoc />
    public void CheckStarted(PlannedCheck check)
    {
    }

    /// <inheritdoc />
    public void CheckFinished(CheckResult result)
    {
    }

    /// <inheritdoc />
    public void RunFinished(RunResult result)
    {
        using (var json = new Utf8JsonWriter(output, JsonFields.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", JsonFields.Schema);
            JsonFields.WritePlan(json, result.Plan);
            JsonFields.WriteVerdict(json, result);
            json.WriteStartArray("checks");
            for (var i = 0; i < result.Checks.Count; i++)
            {
                json.WriteStartObject();
                JsonFields.WriteCheck(json, result.Checks[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
