using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirstTry.Testing;

namespace FirstTry.Schema.Tests;

/// <summary>What a real validator says of every file of the corpus, asked in one process.</summary>
internal static class SchemaJudge
{
    private static readonly Lazy<Dictionary<string, string[]>> Verdicts = new(Judge);

    /// <summary>What is wrong with the file by YAML's rules and the schema's; empty when nothing is.</summary>
    public static string[] ProblemsOf(string file) => Verdicts.Value[file];

    private static Dictionary<string, string[]> Judge()
    {
        var input = new JsonObject
        {
            ["modules"] = NodePackages.Directory,
            ["schema"] = SourceTree.Schema,
            ["files"] = new JsonArray([.. Corpus.Files.Select(file => JsonValue.Create(file.Path))]),
        };
        var script = Path.Combine(SourceTree.TestProject, "judge.cjs");
        var result = CommandLine.Run(SourceTree.TestProject, "node", [script], input: input.ToJsonString());
        Assert.True(result.ExitCode == 0, $"node judge.cjs: {result}");
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(result.Output)!;
    }
}
