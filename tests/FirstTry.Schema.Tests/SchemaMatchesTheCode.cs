using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using FirstTry.Graph;

namespace FirstTry.Schema.Tests;

public sealed class SchemaMatchesTheCode
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(SourceTree.Schema))!.AsObject();

    [Fact]
    public void Its_adapters_are_those_of_the_catalog() =>
        Assert.Equal(AdapterCatalog.All.Select(adapter => adapter.Name), Texts(Schema["definitions"]!["adapterName"]!["enum"]));

    [Fact]
    public void Its_options_are_those_of_the_catalog_that_work()
    {
        var expected = AdapterCatalog.All.Select(adapter => Describe(adapter.Name, adapter.Options));

        var actual = OptionRules().Select(rule => Describe(
            rule["if"]!["properties"]!["uses"]!["const"]!.GetValue<string>(),
            rule["then"]!["properties"]!["with"]!["properties"]!.AsObject().Select(option => option.Key)));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Its_options_that_must_be_given_are_those_of_the_catalog()
    {
        var expected = AdapterCatalog.All.Where(adapter => !adapter.Required.IsEmpty).Select(adapter => Describe(adapter.Name, adapter.Required));

        var actual = OptionRules().Where(rule => rule["then"]!["required"] is not null).Select(rule => Describe(
            rule["if"]!["properties"]!["uses"]!["const"]!.GetValue<string>(),
            Texts(rule["then"]!["properties"]!["with"]!["required"])));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Its_hooks_are_those_of_git()
    {
        Assert.Equal(HookNames.All, Texts(Schema["definitions"]!["hookName"]!["enum"]));
        Assert.Equal(HookNames.All, Schema["properties"]!["hooks"]!["properties"]!.AsObject().Select(hook => hook.Key));
    }

    [Fact]
    public void Its_buckets_are_those_of_the_graph_in_their_order() =>
        Assert.Equal(Enum.GetNames<Bucket>().Select(name => name.ToLowerInvariant()), Texts(Schema["definitions"]!["bucket"]!["enum"]));

    [Fact]
    public void Every_key_has_a_title_a_description_and_an_example()
    {
        var incomplete = Keys(Schema, "").Where(key => !IsDocumented(key.Schema)).Select(key => key.Path).ToList();

        Assert.Empty(incomplete);
        Assert.True(Keys(Schema, "").Count() > 80, "the walk found too few keys");
    }

    [Fact]
    public void It_names_no_place_on_the_network()
    {
        Assert.Equal("firsttry.schema.json", Schema["$id"]!.GetValue<string>());
        Assert.Equal("http://json-schema.org/draft-07/schema#", Schema["$schema"]!.GetValue<string>());
    }

    [Fact]
    public void Every_map_says_which_keys_it_takes()
    {
        var open = Objects(Schema, "")
            .Where(node => node.Schema["properties"] is not null && node.Schema["additionalProperties"] is null && !IsCondition(node.Path))
            .Select(node => node.Path)
            .ToList();

        Assert.Empty(open);
    }

    private static IEnumerable<JsonNode> OptionRules() =>
        Schema["definitions"]!["check"]!["allOf"]!.AsArray().Select(rule => rule!).Where(rule => rule["then"]?["properties"]?["with"] is not null);

    private static string Describe(string adapter, IEnumerable<string> options) => $"{adapter}: {string.Join(", ", options)}";

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(item => item!.GetValue<string>());

    private static bool IsDocumented(JsonObject key) =>
        key["title"] is not null && key["description"] is not null && key["examples"]?.AsArray().Count > 0;

    private static IEnumerable<(string Path, JsonObject Schema)> Keys(JsonNode root, string path) =>
        Objects(root, path)
            .Where(node => node.Schema["properties"] is JsonObject && !IsCondition(node.Path))
            .SelectMany(node => node.Schema["properties"]!.AsObject().Select(key => ($"{node.Path}/{key.Key}", key.Value!.AsObject())));

    // What is below these says more about keys that are described elsewhere; the options below the 'with' of a 'then' are keys of their own.
    private static bool IsCondition(string path) =>
        path.Contains("/if", StringComparison.Ordinal) || path.Contains("/oneOf/", StringComparison.Ordinal) || path.EndsWith("/then", StringComparison.Ordinal);

    private static IEnumerable<(string Path, JsonObject Schema)> Objects(JsonNode? node, string path)
    {
        IEnumerable<(string Key, JsonNode? Value)> children = node switch
        {
            JsonObject map => map.Where(entry => entry.Key is not ("examples" or "default" or "const" or "enum")).Select(entry => (entry.Key, entry.Value)),
            JsonArray list => list.Select((item, index) => ($"{index}", item)),
            _ => [],
        };
        var below = children.SelectMany(child => Objects(child.Value, $"{path}/{child.Key}"));
        return node is JsonObject self ? below.Prepend((path, self)) : below;
    }
}
