using System;
using System.IO;
using FirstTry.Engine.Adapters.Node;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>Finds what the files below the root of a check speak of beside it: data that the tests of several languages share, packages of the same repository.</summary>
internal static class OuterReading
{
    /// <summary>The places outside of the root of a check that it may read, relative to the repository; an empty one is all of it.</summary>
    /// <param name="scene">Where the adapter is used.</param>
    /// <param name="climbs">Whether a file, given by its path in the repository and its text, finds folders above the root in a way that no path in it tells.</param>
    internal static EquatableArray<string> Of(AdapterScene scene, Func<string, string, bool>? climbs = null)
    {
        if (scene.Check.Root == ".")
        {
            return [];
        }

        if (SaysPathAbove(scene))
        {
            return [""];
        }

        try
        {
            return PackageReading.Of(scene.WorktreeRoot, scene.Check.Root, [], [], climbs).Places;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [""];
        }
    }

    private static bool SaysPathAbove(AdapterScene scene)
    {
        foreach (var option in scene.Check.Uses!.With)
        {
            foreach (var value in option.Values)
            {
                if (value.Contains("..", StringComparison.Ordinal) && !value.Contains("...", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
