using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirstTry.Testing;

namespace FirstTry.Schema.Tests;

/// <summary>A real YAML reader and a real validator with firsttry.schema.json, in one process for many configs.</summary>
internal static class SchemaJudge
{
    /// <summary>What is wrong with each config by YAML's rules and the schema's, in the order given; empty when nothing is.</summary>
    public static IReadOnlyList<string[]> Judge(IReadOnlyList<string> texts)
    {
        var named = new JsonObject(texts.Select((text, index) => KeyValuePair.Create($"t{index}", (JsonNode?)JsonValue.Create(text))));
        var input = new JsonObject { ["modules"] = NodePackages.Directory, ["schema"] = SourceTree.Schema, ["texts"] = named };
        var script = Path.Combine(SourceTree.TestProject, "judge.cjs");
        var result = CommandLine.Run(SourceTree.TestProject, "node", [script], input: input.ToJsonString());
        Assert.True(result.ExitCode == 0, $"node judge.cjs: {result}");
        var verdicts = JsonSerializer.Deserialize<Dictionary<string, string[]>>(result.Output)!;
        return [.. texts.Select((_, index) => verdicts[$"t{index}"])];
    }
}
