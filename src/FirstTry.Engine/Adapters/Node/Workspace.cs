using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using FirstTry.Engine.Adapters.Reaching;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>Packages in one repository that are installed together.</summary>
internal sealed class Workspace
{
    private Workspace(string root, PackageManifest manifest, List<WorkspacePackage> packages, bool isWhole)
    {
        Root = root;
        Manifest = manifest;
        Packages = packages;
        IsWhole = isWhole;
    }

    /// <summary>The absolute path of the folder that names the packages.</summary>
    internal string Root { get; }

    /// <summary>What the manifest in that folder says.</summary>
    internal PackageManifest Manifest { get; }

    /// <summary>The packages below the root, in the order of their folders.</summary>
    internal List<WorkspacePackage> Packages { get; }

    /// <summary>True when all that names packages was understood.</summary>
    internal bool IsWhole { get; }

    /// <summary>The workspace that begins in a folder; null when none does.</summary>
    /// <exception cref="JsonException">A manifest is none.</exception>
    /// <exception cref="IOException">A manifest cannot be read.</exception>
    internal static Workspace? Of(string folder)
    {
        var place = Path.Combine(folder, "package.json");
        if (!File.Exists(place))
        {
            return null;
        }

        var manifest = PackageManifest.Parse(File.ReadAllText(place));
        List<string>? patterns = manifest.Workspaces;
        var pnpm = Path.Combine(folder, "pnpm-workspace.yaml");
        if (patterns.Count == 0 && File.Exists(pnpm))
        {
            patterns = WorkspacePatterns.OfPnpm(File.ReadAllText(pnpm));
            if (patterns is null)
            {
                return new Workspace(folder, manifest, [], isWhole: false);
            }
        }

        return patterns.Count == 0 ? null : Of(folder, manifest, patterns);
    }

    /// <summary>The packages that a change can reach, in the order of their folders; null for all of them, whatever changed.</summary>
    /// <param name="changed">Paths of changed files relative to the root, those that are gone included.</param>
    /// <exception cref="IOException">A file of a package cannot be read.</exception>
    internal List<WorkspacePackage>? AffectedBy(IReadOnlyList<string> changed)
    {
        if (!IsWhole || Packages.Exists(package => package.Folder.Length == 0))
        {
            return null;
        }

        var names = Packages.ConvertAll(package => package.Name);
        var words = AffectedParts.WordsFor(changed, OtherWorlds.ForNode);
        var parts = Packages.ConvertAll(package => PartOf(package, names, words));
        if (AffectedParts.By(parts, changed, OtherWorlds.ForNode) is not { } affected)
        {
            return null;
        }

        return Packages.FindAll(package => affected.Exists(part => part.Folder == package.Folder));
    }

    private Part PartOf(WorkspacePackage package, List<string> names, HashSet<string> words)
    {
        var reach = PackageReading.Of(Root, package.Folder, names, words);
        foreach (var dependency in package.Manifest.Dependencies)
        {
            reach.AddName(dependency);
        }

        return new Part(package.Folder, package.Name, reach);
    }

    private static Workspace Of(string folder, PackageManifest manifest, List<string> patterns)
    {
        var packages = new List<WorkspacePackage>();
        foreach (var member in WorkspacePatterns.FoldersOf(folder, patterns))
        {
            packages.Add(new WorkspacePackage(member, PackageManifest.Parse(File.ReadAllText(Path.Combine(folder, member, "package.json")))));
        }

        return new Workspace(folder, manifest, packages, isWhole: true);
    }
}
