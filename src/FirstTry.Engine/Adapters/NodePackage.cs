using System;
using System.IO;
using System.Text.Json;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>The <c>package.json</c> that a check works with, and who manages its packages.</summary>
internal static class NodePackage
{
    private static readonly (string Lock, string Manager)[] Locks =
    [
        ("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn"), ("bun.lock", "bun"), ("bun.lockb", "bun"), ("package-lock.json", "npm"), ("npm-shrinkwrap.json", "npm"),
    ];

    /// <summary>The command that runs a script of the package with further arguments.</summary>
    /// <exception cref="UsageException">There is no such script.</exception>
    public static Command Script(AdapterScene scene, string script)
    {
        RequireScript(scene, script);
        var manager = ManagerOf(scene);

        // npm keeps arguments to itself that do not follow "--"; the others hand all of them on.
        return scene.Args.Count > 0 && manager == "npm"
            ? Command.Exec([manager, "run", script, "--", .. scene.Args])
            : Command.Exec([manager, "run", script, .. scene.Args]);
    }

    /// <summary>The start of a command that runs a tool of the package: its own before that of the machine.</summary>
    public static string[] Program(AdapterScene scene, string tool)
    {
        var name = OperatingSystem.IsWindows() ? tool + ".cmd" : tool;
        if (scene.FindUpwards("node_modules/.bin/" + name) is { } own)
        {
            return [own];
        }

        // Yarn's Plug'n'Play has no folder of programs.
        return scene.FindUpwards(".pnp.cjs") is null ? [tool] : ["yarn", "run", tool];
    }

    private static void RequireScript(AdapterScene scene, string script)
    {
        var check = scene.Check;
        var place = check.Root == "." ? "package.json" : check.Root + "/package.json";
        if (!scene.HasFile("package.json"))
        {
            throw new UsageException($"Check '{check.Name}' uses '{check.Uses!.Name}', but there is no '{place}'. Set 'root' to the folder that has it.");
        }

        var text = ScriptText(scene, place, script)
            ?? throw new UsageException($"Check '{check.Name}' uses '{check.Uses!.Name}', but '{place}' has no script '{script}'. Add it there, or remove the check.");
        if (text.Contains("no test specified", StringComparison.Ordinal))
        {
            throw new UsageException($"Check '{check.Name}' uses '{check.Uses!.Name}', but the script '{script}' of '{place}' is the one npm puts there when there are no tests. Write tests, or remove the check.");
        }
    }

    private static string? ScriptText(AdapterScene scene, string place, string script)
    {
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(scene.Folder, "package.json")));
            return package.RootElement.ValueKind == JsonValueKind.Object
                && package.RootElement.TryGetProperty("scripts", out var scripts)
                && scripts.ValueKind == JsonValueKind.Object
                && scripts.TryGetProperty(script, out var text)
                && text.ValueKind == JsonValueKind.String
                && !string.IsNullOrWhiteSpace(text.GetString()) ? text.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Check '{scene.Check.Name}': '{place}' cannot be read: {exception.Message}");
        }
    }

    // The nearest word on it counts: a workspace's packages leave it to the folder above them.
    private static string ManagerOf(AdapterScene scene) => Named(scene) ?? FromLock(scene) ?? "npm";

    private static string? FromLock(AdapterScene scene)
    {
        (string Path, string Manager)? nearest = null;
        foreach (var (file, manager) in Locks)
        {
            if (scene.FindUpwards(file) is { } found && (nearest is null || Depth(found) < Depth(nearest.Value.Path)))
            {
                nearest = (found, manager);
            }
        }

        return nearest?.Manager;
    }

    private static int Depth(string path) => path.Split("../").Length;

    private static string? Named(AdapterScene scene)
    {
        foreach (var file in scene.AllUpwards("package.json"))
        {
            if (ManagerField(Path.Combine(scene.Folder, file)) is { } manager)
            {
                return manager;
            }
        }

        return null;
    }

    private static string? ManagerField(string file)
    {
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllText(file));
            var value = package.RootElement.ValueKind == JsonValueKind.Object && package.RootElement.TryGetProperty("packageManager", out var field)
                && field.ValueKind == JsonValueKind.String ? field.GetString()!.Split('@')[0] : null;
            return value is "npm" or "yarn" or "pnpm" or "bun" ? value : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
