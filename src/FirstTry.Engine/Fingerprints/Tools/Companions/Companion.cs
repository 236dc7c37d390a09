using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Fingerprints.Tools.Companions;

/// <summary>Adds to a tool what belongs to it beside its file and its interpreter.</summary>
internal sealed class Companion(FingerprintScene scene, PlainFiles files)
{
    private readonly PythonInstallation _python = new(scene, files);
    private readonly NodePackages _node = new(files);

    /// <summary>Forgets what was seen.</summary>
    internal void LookAgain()
    {
        _python.LookAgain();
        _node.LookAgain();
    }

    /// <summary>Adds what belongs to one file of a tool: the tool itself, or an interpreter of it.</summary>
    internal void Add(ToolIdentity identity, string name, ToolFile file, ProgramPaths paths)
    {
        if (PythonInstallation.IsPython(file.Place) || PythonInstallation.IsPython(file.RealPlace))
        {
            _python.Add(identity, name, file, paths.Home);
        }

        _node.AddPackage(identity, name, file);
        if (NodePackages.IsNode(file.Place))
        {
            AddInstalledForNode(identity, name, file, paths);
        }

        foreach (var (label, text) in Toolchains.InstalledFor(file, files))
        {
            identity.Add($"{name} {label}".TrimStart(), text);
        }

        var rustupHome = scene.Environment["RUSTUP_HOME"] ?? (paths.Home.Length == 0 ? null : paths.Home + "/.rustup");
        AddFiles(identity, name, Toolchains.FilesOf(file, rustupHome));
        AddFiles(identity, name, ToolSettings.Of(Path.GetFileName(file.Place), paths.Folders[0], paths.Home));
    }

    /// <summary>Adds the packages that a script of Python consists of.</summary>
    internal void AddImports(ToolIdentity identity, string name, ToolFile script, ToolFile interpreter, ProgramPaths paths)
    {
        if (PythonInstallation.IsPython(interpreter.Place))
        {
            _python.AddPackages(identity, name, interpreter, PythonInstallation.ImportsOf(files.TextOf(script.RealPlace)), paths.Home);
        }
    }

    /// <summary>Adds the packages that commands run as modules.</summary>
    internal void AddModules(ToolIdentity identity, ToolFile interpreter, IReadOnlyCollection<string> modules, ProgramPaths paths)
    {
        if (modules.Count == 0 || !PythonInstallation.IsPython(interpreter.Place))
        {
            return;
        }

        _python.AddPackages(identity, "", interpreter, modules, paths.Home);
        foreach (var module in modules)
        {
            AddFiles(identity, module, ToolSettings.Of(module, paths.Folders[0], paths.Home));
        }
    }

    /// <summary>Adds the files that a shim chooses a version by.</summary>
    internal void AddChoice(ToolIdentity identity, ToolFile shim, ProgramPaths paths) =>
        AddFiles(identity, "", VersionShims.SettingsOf(shim, paths.Folders[0], paths.Home));

    private void AddInstalledForNode(ToolIdentity identity, string name, ToolFile file, ProgramPaths paths)
    {
        for (var i = 0; i < paths.Folders.Count; i++)
        {
            _node.AddInstalled(identity, i == 0 ? name : $"{name} folder {i}", paths.Folders[i]);
        }

        // Yarn without a folder of packages: what is installed is named in one file.
        AddFiles(identity, name, ToolSettings.Of("yarn", paths.Folders[0], ""));
    }

    private void AddFiles(ToolIdentity identity, string name, IEnumerable<(string Name, string Place)> places)
    {
        foreach (var (label, place) in places)
        {
            if (files.DigestOf(place) is { } digest)
            {
                identity.Add($"{name} {label}".TrimStart(), digest);
            }
        }
    }
}
