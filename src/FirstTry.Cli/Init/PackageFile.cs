using System;
using System.Text.Json;

namespace FirstTry.Cli.Init;

/// <summary>What a <c>package.json</c> says.</summary>
internal sealed class PackageFile
{
    private readonly JsonElement _root;

    private PackageFile(string folder, JsonElement root, bool isWorkspace)
    {
        Folder = folder;
        _root = root;
        IsWorkspace = isWorkspace;
    }

    /// <summary>The folder it is in.</summary>
    public string Folder { get; }

    /// <summary>True when the packages below it belong to it.</summary>
    public bool IsWorkspace { get; }

    /// <summary>The script <c>test</c>; null when there is none, or only the one that npm puts there.</summary>
    public string? TestScript => Script("test") is { } test && !test.Contains("no test specified", StringComparison.Ordinal) ? test : null;

    /// <summary>Reads the file of a folder; null when it is no JSON object.</summary>
    public static PackageFile? Read(SourceTree tree, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(tree.TextOf(folder, "package.json"));
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object
                ? new PackageFile(folder, root, root.TryGetProperty("workspaces", out _) || tree.Has(folder, "pnpm-workspace.yaml"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when there is such a field at the top.</summary>
    public bool Has(string field) => _root.TryGetProperty(field, out _);

    /// <summary>The text of a script; null when there is none.</summary>
    public string? Script(string name) =>
        Entry("scripts", name) is { ValueKind: JsonValueKind.String } script && !string.IsNullOrWhiteSpace(script.GetString()) ? script.GetString() : null;

    /// <summary>True when a package is among the dependencies of any kind.</summary>
    public bool DependsOn(string package) => Entry("dependencies", package) is not null || Entry("devDependencies", package) is not null;

    private JsonElement? Entry(string field, string name) =>
        _root.TryGetProperty(field, out var entries) && entries.ValueKind == JsonValueKind.Object && entries.TryGetProperty(name, out var entry) ? entry : null;
}
