namespace FirstTry.Engine.Adapters.Node;

/// <summary>One package of a workspace.</summary>
/// <param name="Folder">Where it lies, relative to the workspace, with slashes between.</param>
internal sealed record WorkspacePackage(string Folder, PackageManifest Manifest)
{
    /// <summary>What other packages call it; its folder when it has no name.</summary>
    internal string Name => Manifest.Name ?? Folder;
}
