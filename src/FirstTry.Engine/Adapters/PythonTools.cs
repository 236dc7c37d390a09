using System;

namespace FirstTry.Engine.Adapters;

/// <summary>Finds the tools of a Python project: those of its own environment come before those of the machine.</summary>
internal static class PythonTools
{
    private static readonly string[] Environments = [".venv", "venv"];

    /// <summary>The start of a command that runs a tool which is installed as a program.</summary>
    public static string[] Program(AdapterScene scene, string tool) =>
        FromEnvironment(scene, tool) is { } own ? [own] : FromLock(scene, tool) ?? [tool];

    /// <summary>The start of a command that runs a tool as a module, which puts the working directory on the module path.</summary>
    public static string[] Module(AdapterScene scene, string module)
    {
        if (FromEnvironment(scene, "python") is { } own)
        {
            return [own, "-m", module];
        }

        if (FromLock(scene, module) is { } locked)
        {
            return locked;
        }

        return scene.IsInstalled(module) || !scene.IsInstalled("python3") ? [module] : ["python3", "-m", module];
    }

    private static string? FromEnvironment(AdapterScene scene, string program)
    {
        foreach (var environment in Environments)
        {
            var place = OperatingSystem.IsWindows() ? $"{environment}/Scripts/{program}.exe" : $"{environment}/bin/{program}";
            if (scene.FindUpwards(place) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A manager can only run what its lock file has.
    private static string[]? FromLock(AdapterScene scene, string tool)
    {
        var entry = $"name = \"{tool}\"";
        if (scene.IsInstalled("uv") && Mentions(scene.ReadUpwards("uv.lock"), entry))
        {
            return ["uv", "run", tool];
        }

        return scene.IsInstalled("poetry") && Mentions(scene.ReadUpwards("poetry.lock"), entry) ? ["poetry", "run", tool] : null;
    }

    private static bool Mentions(string? text, string entry) => text?.Contains(entry, StringComparison.Ordinal) ?? false;
}
