using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using FirstTry.Cli.Doctor;

namespace FirstTry.Cli.Screens;

/// <summary>Shows what an examination found.</summary>
internal static class DoctorScreen
{
    /// <summary>Two lines a finding, then one that sums up.</summary>
    public static string ToText(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append(finding.IsProblem ? "problem: " : "note: ").Append(finding.What).Append("\n  ").Append(finding.WayOut).Append('\n');
        }

        var problems = Problems(findings);
        return text.Append(problems == 0 ? "Every commit here is checked." : $"{Words.Count(problems, "problem")}.").Append('\n').ToString();
    }

    /// <summary>The same as an object.</summary>
    public static void WriteJson(Stream output, IReadOnlyList<Finding> findings)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema"u8, 1);
            writer.WriteBoolean("healthy"u8, Problems(findings) == 0);
            writer.WriteStartArray("findings"u8);
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("id"u8, finding.Id);
                writer.WriteString("severity"u8, finding.IsProblem ? "problem"u8 : "note"u8);
                writer.WriteString("what"u8, finding.What);
                writer.WriteString("way_out"u8, finding.WayOut);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>How many of the findings are problems.</summary>
    public static int Problems(IReadOnlyList<Finding> findings)
    {
        var count = 0;
        foreach (var finding in findings)
        {
            count += finding.IsProblem ? 1 : 0;
        }

        return count;
    }
}
