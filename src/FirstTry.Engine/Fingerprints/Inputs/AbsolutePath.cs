using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>Splits absolute paths for what takes a folder and a path below it.</summary>
internal static class AbsolutePath
{
    /// <summary>The root of the file system, and everything below it.</summary>
    internal static (string Root, RepoPath Path) Split(string path)
    {
        var slash = path.IndexOf('/', System.StringComparison.Ordinal);
        return slash < 0 ? ("", RepoPath.FromText(path)) : (path[..slash], new RepoPath(Encoding.UTF8.GetBytes(path[(slash + 1)..])));
    }
}
