using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Finds the tools of a Python project: those of its own environment come before those of the machine.</summary>
internal static class PythonTools
{
    private static readonly string[] Environments = [".venv", "venv"];

    // Made by a manager that is not asked again for each run.
    private static readonly string[] ManagedEnvironments =
    [
        ".pixi/envs/default", ".pixi/envs/test", ".tox/py", ".tox/py3",
        ".tox/py315", ".tox/py314", ".tox/py313", ".tox/py312", ".tox/py311", ".tox/py310", ".tox/3.15", ".tox/3.14", ".tox/3.13", ".tox/3.12", ".tox/3.11", ".tox/3.10",
    ];

    /// <summary>The start of a command that runs a tool which is installed as a program.</summary>
    public static string[] Program(AdapterScene scene, string tool) =>
        FromEnvironment(scene, tool, Environments) is { } own
            ? [own]
            : FromLock(scene, tool) ?? (FromEnvironment(scene, tool, ManagedEnvironments) is { } managed ? [managed] : [tool]);

    /// <summary>The start of a command that runs a tool as a module, which puts the working directory on the module path.</summary>
    public static string[] Module(AdapterScene scene, string module)
    {
        if (FromEnvironment(scene, "python", Environments) is { } own)
        {
            return [own, "-m", module];
        }

        if (ActiveEnvironment(scene) is not null)
        {
            return ["python", "-m", module];
        }

        if (FromLock(scene, module) is { } locked)
        {
            return locked;
        }

        // One of them may be for another purpose and lack the tool.
        if (FromEnvironment(scene, module, ManagedEnvironments) is { } managed)
        {
            return [managed[..managed.LastIndexOf('/')] + "/python", "-m", module];
        }

        return scene.IsInstalled(module) || !scene.IsInstalled("python3") ? [module] : ["python3", "-m", module];
    }

    /// <summary>True when a package is installed where <see cref="Module"/> finds its interpreter.</summary>
    public static bool HasPackage(AdapterScene scene, string package) => LibrariesOf(scene).Exists(library => Directory.Exists(Path.Combine(library, package)));

    /// <summary>The folders in which packages are installed where <see cref="Module"/> finds its interpreter.</summary>
    public static List<string> LibrariesOf(AdapterScene scene)
    {
        var program = Module(scene, "pytest")[0];
        var place = program.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(Path.Combine(scene.Folder, program)) : scene.FindInstalled(program);
        if (OperatingSystem.IsWindows() || place is null)
        {
            return [];
        }

        var library = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(place))!, "lib");
        var versions = Directory.Exists(library) ? Directory.GetDirectories(library, "python3*") : [];
        return [.. Array.FindAll([Path.Combine(library, "python3/dist-packages"), .. Array.ConvertAll(versions, version => Path.Combine(version, "site-packages"))], Directory.Exists)];
    }

    // What was activated comes first in PATH.
    private static string? ActiveEnvironment(AdapterScene scene) =>
        scene.FindInstalled("python") is { } python && Path.GetDirectoryName(Path.GetDirectoryName(python)) is { } folder && File.Exists(Path.Combine(folder, "pyvenv.cfg"))
            ? folder
            : null;

    private static string? FromEnvironment(AdapterScene scene, string program, string[] environments)
    {
        foreach (var environment in environments)
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
