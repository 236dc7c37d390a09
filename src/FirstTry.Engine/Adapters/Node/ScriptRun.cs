using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.Adapters.Reaching;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>Decides what running a package script comes down to for what changed.</summary>
internal sealed class ScriptRun
{
    private readonly AdapterScene _scene;
    private readonly string _script;
    private readonly PackageManager _manager;
    private readonly PackageManifest _manifest;
    private readonly bool _isEverything;
    private EquatableArray<string>? _outer;

    private ScriptRun(AdapterScene scene, string script)
    {
        _scene = scene;
        _script = script;
        _manager = PackageManager.Of(scene);
        _manifest = Read(Path.Combine(scene.Folder, "package.json"));
        _isEverything = scene.ChoiceOf("select", "affected", "all") == "all";
    }

    /// <summary>The work of a check that runs this script.</summary>
    /// <exception cref="UsageException">There is no package, or it cannot be read.</exception>
    internal static AdapterWork Of(AdapterScene scene, string script)
    {
        if (!scene.HasFile("package.json"))
        {
            throw new UsageException($"Check '{scene.Check.Name}' uses '{scene.Check.Uses!.Name}', but there is no '{PlaceOf(scene)}'. Set 'root' to the folder that has it.");
        }

        try
        {
            var run = new ScriptRun(scene, script);
            var work = run.Choose();
            return work.SkipReason is null ? work with { Outer = run.OuterOf(work.Root ?? scene.Check.Root) } : work;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Check '{scene.Check.Name}': a package cannot be read: {exception.Message}");
        }
    }

    private AdapterWork Choose()
    {
        if (Workspace.Of(_scene.Folder) is { } workspace)
        {
            return OfWorkspace(workspace, _scene.Check.Root);
        }

        if (OuterWorkspace() is var (outer, member) && member is not null)
        {
            return OfMember(outer!, member);
        }

        return WhyNone(_manifest) is { } reason ? Skipped(reason) : OfPackage();
    }

    // A package alone: all of it, or nothing.
    private AdapterWork OfPackage()
    {
        var full = new AdapterWork(_manager.Run(_script, _scene.Args));
        if (_isEverything || Changed(_scene.Check.Root) is not { } changed)
        {
            return full;
        }

        var words = AffectedParts.WordsFor(changed, OtherWorlds.ForNode);
        if (changed.TrueForAll(path => OtherWorlds.ForNode.WordsFor(path) is not null))
        {
            // The code is read only when all that changed looks foreign to it.
            var reach = words.Count == 0 ? new Reach("") : PackageReading.Of(_scene.Folder, "", [], words);
            if (!changed.Exists(path => Array.Exists(OtherWorlds.ForNode.WordsFor(path)!, reach.Words.Contains)))
            {
                return full with { SkipReason = NothingChanged };
            }
        }

        // Only where the config asks for it: what a test imports is not all that it can depend on.
        var isAsked = _scene.ValuesOf("select").Count > 0 && !_manifest.HasCompanions(_script) && Workspace.Of(_scene.Folder) is null;
        return isAsked && RelatedTests.Of(_scene, _manifest.Scripts[_script], changed) is { } related ? new AdapterWork(related) : full;
    }

    private AdapterWork OfWorkspace(Workspace workspace, string root)
    {
        var own = _manifest.RealScript(_script);
        var goesThrough = own is null || (!_manifest.HasCompanions(_script) && ScriptText.RunsInPackages(own, _script));
        var runnable = workspace.Packages.FindAll(package => package.Manifest.RealScript(_script) is not null);
        if (own is null && (runnable.Count == 0 || !workspace.IsWhole))
        {
            return Skipped(workspace.IsWhole ? $"no package of the workspace has a script '{_script}'" : WhyNone(_manifest)!);
        }

        var full = own is null ? In(runnable) : new AdapterWork(_manager.Run(_script, _scene.Args));
        if (_isEverything || Changed(root) is not { } changed || workspace.AffectedBy(changed) is not { } affected)
        {
            return full;
        }

        if (affected.Count == 0)
        {
            return full with { SkipReason = NothingChanged };
        }

        var narrowed = runnable.FindAll(affected.Contains);
        if (!goesThrough || narrowed.Count == runnable.Count)
        {
            return full;
        }

        return narrowed.Count == 0 ? full with { SkipReason = $"no package that changed, or depends on one that did, has a script '{_script}'" } : In(narrowed) with { Scope = $"{narrowed.Count} of {runnable.Count} packages" };
    }

    // The packages beside it are as much its input as its own files: seen from the workspace, they are.
    private AdapterWork OfMember(Workspace workspace, WorkspacePackage member)
    {
        if (WhyNone(_manifest) is { } reason)
        {
            return Skipped(reason);
        }

        var root = Path.GetRelativePath(_scene.WorktreeRoot, workspace.Root).Replace('\\', '/');
        var full = In([member]) with { Root = root };
        if (_isEverything || Changed(root) is not { } changed || workspace.AffectedBy(changed) is not { } affected || affected.Contains(member))
        {
            return full;
        }

        return full with { SkipReason = affected.Count == 0 ? NothingChanged : "neither this package nor one that it depends on changed" };
    }

    private static string NothingChanged => "no JavaScript-side file changed";

    private AdapterWork In(List<WorkspacePackage> packages) => new(_manager.RunIn(packages.ConvertAll(package => package.Folder), _script, _scene.Args));

    private AdapterWork Skipped(string reason) => new(_manager.Run(_script, _scene.Args), reason);

    // Null when it is not known, or when what lies on disk is not what will be checked: then nothing is left out.
    private List<string>? Changed(string root)
    {
        if (_scene.Changes is not { } changes)
        {
            return null;
        }

        var isUnknown = changes.HiddenBelow(root).Exists(path => OtherWorlds.ForNode.WordsFor(path) is null);
        return isUnknown || changes.Meet(OuterOf(root), root) ? null : changes.Below(root);
    }

    // There is one folder from which all is seen, that of the check or of the workspace around it.
    private EquatableArray<string> OuterOf(string root) => _outer ??= OuterReading.Of(_scene.At(root));

    // A check with files, inputs or outputs of its own, which are relative to its folder, stays there.
    private (Workspace? Workspace, WorkspacePackage? Member) OuterWorkspace()
    {
        var check = _scene.Check;
        if (check.Root == "." || check.Files is not null || check.Exclude is not null || check.Inputs is not null || check.ExtraInputs is not null || check.Outputs is not null)
        {
            return default;
        }

        foreach (var file in _scene.AllUpwards("package.json"))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(_scene.Folder, file)))!;
            if (folder != _scene.Folder && Workspace.Of(folder) is { } workspace
                && workspace.Packages.Find(package => Path.Combine(workspace.Root, package.Folder) == _scene.Folder) is { } member)
            {
                return (workspace, member);
            }
        }

        return default;
    }

    private string? WhyNone(PackageManifest manifest)
    {
        if (!manifest.Scripts.TryGetValue(_script, out var text) || string.IsNullOrWhiteSpace(text))
        {
            return $"'{PlaceOf(_scene)}' has no script '{_script}'";
        }

        return PackageManifest.IsPlaceholder(text) ? $"the script '{_script}' of '{PlaceOf(_scene)}' is the one that npm puts there when there are no tests" : null;
    }

    private static PackageManifest Read(string place) => PackageManifest.Parse(File.ReadAllText(place));

    private static string PlaceOf(AdapterScene scene) => scene.Check.Root == "." ? "package.json" : scene.Check.Root + "/package.json";
}
