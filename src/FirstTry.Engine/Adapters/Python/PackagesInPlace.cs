using System;
using System.IO;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Looks for packages of the same repository that are installed in place: they change without being installed again.</summary>
internal static class PackagesInPlace
{
    /// <summary>True when one of them lies beside the root of a check.</summary>
    internal static bool AreBeside(AdapterScene scene)
    {
        foreach (var library in PythonTools.LibrariesOf(scene))
        {
            foreach (var pattern in (string[])["*.pth", "__editable__*.py"])
            {
                foreach (var file in Directory.EnumerateFiles(library, pattern))
                {
                    if (LeadsBeside(File.ReadAllText(file), scene))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool LeadsBeside(string text, AdapterScene scene)
    {
        var repository = scene.WorktreeRoot + "/";
        for (var at = text.IndexOf(repository, StringComparison.Ordinal); at >= 0; at = text.IndexOf(repository, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + repository.Length);
            if (!rest.StartsWith(scene.Check.Root) || (rest.Length > scene.Check.Root.Length && rest[scene.Check.Root.Length] is not ('/' or '\n' or '\r' or '"' or '\'')))
            {
                return true;
            }
        }

        return false;
    }
}
