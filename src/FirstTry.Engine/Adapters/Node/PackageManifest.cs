using System;
using System.Collections.Generic;
using System.Text.Json;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>What a <c>package.json</c> says that matters for running its scripts.</summary>
internal sealed class PackageManifest
{
    private static readonly string[] Groups = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "bundledDependencies", "bundleDependencies"];

    private PackageManifest()
    {
    }

    /// <summary>The name; null when there is none, and then no other package can depend on it by name.</summary>
    internal string? Name { get; private set; }

    /// <summary>The name of the manager in <c>packageManager</c>; null when there is none that is known.</summary>
    internal string? Manager { get; private set; }

    /// <summary>The version in <c>packageManager</c>; empty when unknown.</summary>
    internal string ManagerVersion { get; private set; } = "";

    /// <summary>The scripts by name.</summary>
    internal Dictionary<string, string> Scripts { get; } = new(StringComparer.Ordinal);

    /// <summary>The patterns of the folders of a workspace; empty when it is none.</summary>
    internal List<string> Workspaces { get; } = [];

    /// <summary>Names of what it depends on in whatever way.</summary>
    internal HashSet<string> Dependencies { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the text of a manifest.</summary>
    /// <exception cref="JsonException">It is not the text of one.</exception>
    internal static PackageManifest Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("it is not an object");
        }

        var manifest = new PackageManifest { Name = TextOf(root, "name") };
        manifest.ReadManager(TextOf(root, "packageManager"));
        manifest.ReadScripts(root);
        manifest.ReadWorkspaces(root);
        foreach (var group in Groups)
        {
            manifest.ReadDependencies(root, group);
        }

        return manifest;
    }

    /// <summary>The text of a script; null when there is none, it is empty, or npm put it there for want of one.</summary>
    internal string? RealScript(string name) =>
        Scripts.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) && !IsPlaceholder(text) ? text : null;

    /// <summary>True for the text that npm puts into new packages.</summary>
    internal static bool IsPlaceholder(string text) => text.Contains("no test specified", StringComparison.Ordinal);

    /// <summary>True when something runs before or after a script because of its name.</summary>
    internal bool HasCompanions(string script) => Scripts.ContainsKey("pre" + script) || Scripts.ContainsKey("post" + script);

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void ReadManager(string? field)
    {
        var parts = field?.Split('@', 2) ?? [];
        if (parts is [("npm" or "yarn" or "pnpm" or "bun") and var name, ..])
        {
            Manager = name;
            ManagerVersion = parts.Length > 1 ? parts[1] : "";
        }
    }

    private void ReadScripts(JsonElement root)
    {
        if (!root.TryGetProperty("scripts", out var scripts) || scripts.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var script in scripts.EnumerateObject())
        {
            if (script.Value.ValueKind == JsonValueKind.String)
            {
                Scripts[script.Name] = script.Value.GetString()!;
            }
        }
    }

    // A list, or with Yarn an object that has one.
    private void ReadWorkspaces(JsonElement root)
    {
        if (!root.TryGetProperty("workspaces", out var list))
        {
            return;
        }

        if (list.ValueKind == JsonValueKind.Object && list.TryGetProperty("packages", out var packages))
        {
            list = packages;
        }

        foreach (var pattern in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
        {
            if (pattern.ValueKind == JsonValueKind.String)
            {
                Workspaces.Add(pattern.GetString()!);
            }
        }
    }

    private void ReadDependencies(JsonElement root, string group)
    {
        if (!root.TryGetProperty(group, out var dependencies))
        {
            return;
        }

        if (dependencies.ValueKind == JsonValueKind.Array)
        {
            foreach (var name in dependencies.EnumerateArray())
            {
                Dependencies.Add(name.ToString());
            }
        }
        else if (dependencies.ValueKind == JsonValueKind.Object)
        {
            foreach (var dependency in dependencies.EnumerateObject())
            {
                Dependencies.Add(dependency.Name);
                AddAlias(dependency.Value);
            }
        }
    }

    // "react": "npm:@scope/own@1", "workspace:own@*": the name after the protocol is what is installed.
    private void AddAlias(JsonElement range)
    {
        var text = range.ValueKind == JsonValueKind.String ? range.GetString()! : "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var end = text.LastIndexOf('@');
        if (colon >= 0)
        {
            Dependencies.Add(end > colon + 1 ? text[(colon + 1)..end] : text[(colon + 1)..]);
        }
    }
}
