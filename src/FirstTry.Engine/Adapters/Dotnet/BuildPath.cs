using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>Works out where a path in a build file leads.</summary>
/// <param name="root">The absolute path of the repository.</param>
/// <param name="solutionFolder">What <c>$(SolutionDir)</c> stands for.</param>
/// <param name="projectFolder">The folder of the project that is evaluated.</param>
/// <param name="fileFolder">The folder of the file that has the path.</param>
/// <param name="properties">Properties that were set so far.</param>
internal sealed class BuildPath(string root, string solutionFolder, string projectFolder, string fileFolder, IReadOnlyDictionary<string, string> properties)
{
    private const int DeepestNesting = 8;

    // What they stand for lies outside of the repository, or is made by building.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "OutDir", "OutputPath", "BaseOutputPath", "IntermediateOutputPath", "BaseIntermediateOutputPath", "MSBuildProjectExtensionsPath", "PublishDir", "TargetPath",
        "TargetDir", "PackageOutputPath", "NuGetPackageRoot", "NuGetPackageFolders", "RestorePackagesPath", "UserProfile", "HOME", "MSBuildExtensionsPath",
        "MSBuildExtensionsPath32", "MSBuildToolsPath", "MSBuildBinPath", "MSBuildSDKsPath", "MSBuildRuntimeType", "NetCoreTargetingPackRoot", "DOTNET_HOST_PATH", "NetCoreRoot",
        "VSToolsPath", "ProgramFiles", "FrameworkPathOverride", "TEMP", "TMP", "SystemRoot", "VsInstallRoot",
    };

    // Names in a path, none of which climbs.
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "Configuration", "Platform", "TargetFramework", "TargetFrameworks", "MSBuildProjectName", "AssemblyName", "RootNamespace", "TargetName", "TargetExt", "Version",
        "PackageVersion", "RuntimeIdentifier", "VersionPrefix", "VersionSuffix", "LangVersion", "OS", "PackageId", "MSBuildThisFileName", "TargetFrameworkIdentifier",
        "TargetFrameworkVersion", "Language", "DefaultLanguageSourceExtension", "Culture", "NETCoreAppMaximumVersion", "BundledNETCoreAppTargetFrameworkVersion",
    };

    /// <summary>The place relative to the repository, up to its first wildcard; null when it lies elsewhere or is no path.</summary>
    /// <param name="text">A path as written.</param>
    /// <param name="isKnown">False when the place cannot be told: then it may be any.</param>
    /// <param name="fromFile">True for the paths of imports, which start at the file that has them; others start at the project.</param>
    internal string? PlaceOf(string text, out bool isKnown, bool fromFile = false)
    {
        isKnown = true;
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var (expanded, isComplete) = Expand(text, 0);
        if (expanded is null)
        {
            return null;
        }

        // Without a separator it names a file of the folder, or is no path at all.
        isKnown = isComplete || (!expanded.Contains("..", StringComparison.Ordinal) && expanded.AsSpan().IndexOfAny('/', '\\') < 0);
        return isKnown ? Relative(expanded, fromFile ? fileFolder : projectFolder) : null;
    }

    private string? Relative(string expanded, string folder)
    {
        var plain = expanded.Replace('\\', '/');
        var wildcard = plain.AsSpan().IndexOfAny("*?\0@%");
        if (wildcard >= 0)
        {
            plain = plain[..(plain.LastIndexOf('/', wildcard) + 1)];
            if (plain.Length == 0)
            {
                return null;
            }
        }

        string place;
        try
        {
            place = Path.GetFullPath(plain, folder);
        }
        catch (ArgumentException)
        {
            return null;
        }

        if (place.TrimEnd('/') == root)
        {
            return "";
        }

        return place.StartsWith(root + "/", StringComparison.Ordinal) ? place[(root.Length + 1)..].TrimEnd('/') : null;
    }

    // The text with properties put in; null when it lies elsewhere, not complete when one is not known.
    private (string? Text, bool IsComplete) Expand(string text, int depth)
    {
        var isComplete = true;
        for (var start = text.IndexOf("$(", StringComparison.Ordinal); start >= 0; start = text.IndexOf("$(", start, StringComparison.Ordinal))
        {
            var end = text.IndexOf(')', start);
            var name = end < 0 ? "" : text[(start + 2)..end];
            var value = ValueOf(name, depth, out var isElsewhere);
            if (isElsewhere && !text.Contains("..", StringComparison.Ordinal))
            {
                return (null, true);
            }

            isComplete &= value is not null && !isElsewhere;
            if (end < 0 || !isComplete)
            {
                return (text, false);
            }

            text = text[..start] + value + text[(end + 1)..];
        }

        return (text, isComplete);
    }

    private string? ValueOf(string name, int depth, out bool isElsewhere)
    {
        isElsewhere = Elsewhere.Contains(name) || name.StartsWith("Pkg", StringComparison.Ordinal);
        switch (name)
        {
            case "MSBuildThisFileDirectory":
                return fileFolder + "/";
            case "MSBuildProjectDirectory" or "ProjectDir" or "MSBuildStartupDirectory":
                return projectFolder + "/";
            case "SolutionDir":
                return solutionFolder + "/";
            case var known when Plain.Contains(known):
                return "\0";
        }

        // A property that takes in its own value, as lists do, is no path.
        if (depth >= DeepestNesting || !properties.TryGetValue(name, out var text) || text.Contains($"$({name})", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (value, isComplete) = Expand(text, depth + 1);
        return isComplete ? value : null;
    }
}
