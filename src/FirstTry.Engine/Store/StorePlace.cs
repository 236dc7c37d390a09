using System.IO;
using FirstTry.Processes;

namespace FirstTry.Engine.Store;

/// <summary>Where the store of a user lies.</summary>
public static class StorePlace
{
    private const string Variable = "FIRSTTRY_CACHE_DIR";

    // Another layout gets another folder: programs of both versions go on beside each other.
    private const string Layout = "v1";

    /// <summary>
    /// The absolute path of the store: below <c>FIRSTTRY_CACHE_DIR</c>, <c>XDG_CACHE_HOME/firsttry</c> or <c>~/.cache/firsttry</c>, on Windows
    /// below <c>LOCALAPPDATA</c>. Null when no variable says where the user's files belong.
    /// </summary>
    /// <param name="environment">The variables of the caller.</param>
    /// <param name="directory">What a relative path counts from.</param>
    public static string? Find(EnvironmentBlock environment, string directory) => FolderOf(environment) switch
    {
        null => null,
        var folder => Path.Combine(Path.GetFullPath(folder, directory), Layout),
    };

    private static string? FolderOf(EnvironmentBlock environment)
    {
        if (environment[Variable] is { Length: > 0 } given)
        {
            return given;
        }

        // Source: the XDG base directory specification. A relative path is to be ignored.
        if (environment["XDG_CACHE_HOME"] is { Length: > 0 } caches && Path.IsPathFullyQualified(caches))
        {
            return Path.Combine(caches, "firsttry");
        }

        if (environment["LOCALAPPDATA"] is { Length: > 0 } local && Path.IsPathFullyQualified(local) && Path.DirectorySeparatorChar == '\\')
        {
            return Path.Combine(local, "firsttry", "cache");
        }

        return environment["HOME"] is { Length: > 0 } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, ".cache", "firsttry") : null;
    }
}
