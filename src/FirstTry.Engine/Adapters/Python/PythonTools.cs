using System;
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
    public static bool HasPackage(AdapterScene scene, string package)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        var program = Module(scene, "pytest")[0];
        var place = program.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(Path.Combine(scene.Folder, program)) : scene.FindInstalled(program);
        if (place is null)
        {
            return false;
        }

        var prefix = Path.GetDirectoryName(Path.GetDirectoryName(place))!;
        return Directory.Exists(Path.Combine(prefix, "lib/python3/dist-packages", package)) || HasPackageIn(Path.Combine(prefix, "lib"), package);
    }

    private static bool HasPackageIn(string library, string package)
    {
        if (!Directory.Exists(library))
        {
            return false;
        }

        foreach (var version in Directory.EnumerateDirectories(library, "python3*"))
        {
            if (Directory.Exists(Path.Combine(version, "site-packages", package)))
            {
                return true;
            }
        }

        return false;
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
