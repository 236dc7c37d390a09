namespace FirstTry.Engine.Adapters.Reaching;

/// <summary>A part of a repository that can be checked by itself: a package, a project.</summary>
/// <param name="Folder">Where it lies, relative to the root, with slashes between; empty for the root itself.</param>
/// <param name="Name">What others call it.</param>
/// <param name="Reach">What it may read beyond its folder.</param>
internal sealed record Part(string Folder, string Name, Reach Reach)
{
    /// <summary>True when a file lies in its folder.</summary>
    internal bool Holds(string path) => Folder.Length == 0 || path.StartsWith(Folder + "/", System.StringComparison.Ordinal);
}
