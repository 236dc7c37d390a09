using System;
using System.IO;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>What earlier builds left of a solution, judged by times that no program can set.</summary>
internal static class BuildState
{
    private static readonly string[] RestoreFiles = ["global.json", "nuget.config", "NuGet.config", "NuGet.Config", "Directory.Packages.props"];

    /// <summary>True when every project was restored after anything that a restore reads changed last.</summary>
    internal static bool IsRestored(string root, ProjectGraph graph)
    {
        foreach (var project in graph.Projects)
        {
            var folder = Path.GetDirectoryName(project.Place)!;
            var restored = StatOf(Path.Combine(folder, "obj/project.assets.json")).ModifiedNanoseconds;
            if (restored == 0 || IsChangedSince(Path.Combine(folder, "packages.lock.json"), restored))
            {
                return false;
            }

            foreach (var file in project.BuildFiles)
            {
                if (IsChangedSince(file, restored))
                {
                    return false;
                }
            }

            for (var above = folder; above.Length >= root.Length; above = Path.GetDirectoryName(above)!)
            {
                if (Array.Exists(RestoreFiles, name => IsChangedSince(Path.Combine(above, name), restored)))
                {
                    return false;
                }
            }
        }

        return OperatingSystem.IsLinux();
    }

    /// <summary>
    /// True when a file got another content after the last build and an older time with it, as unstaged work does that a run had hidden:
    /// MSBuild, which compares times, would take what it built from the other content for current.
    /// </summary>
    internal static bool IsDeceptive(ProjectGraph graph) => graph.Projects.Exists(IsDeceptive);

    private static bool IsDeceptive(DotnetProject project)
    {
        var folder = Path.GetDirectoryName(project.Place)!;
        var built = LastBuilt(Path.Combine(folder, "obj"));
        return built != 0 && HasDeceptive(folder, built);
    }

    private static bool HasDeceptive(string folder, long built)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo)
            {
                if (entry.LinkTarget is null && entry.Name is not ("bin" or "obj" or ".git" or "node_modules") && HasDeceptive(entry.FullName, built))
                {
                    return true;
                }
            }
            else if (StatOf(entry.FullName) is var stat && stat.ModifiedNanoseconds < built && stat.ChangedNanoseconds > built)
            {
                return true;
            }
        }

        return false;
    }

    private static long LastBuilt(string folder)
    {
        var last = 0L;
        foreach (var place in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories) : [])
        {
            last = Math.Max(last, StatOf(place).ModifiedNanoseconds);
        }

        return last;
    }

    private static bool IsChangedSince(string place, long time) => StatOf(place).ChangedNanoseconds >= time;

    private static FileStat StatOf(string place) => WorktreeFiles.StatOf(Path.GetDirectoryName(place)!, RepoPath.FromText(Path.GetFileName(place)));
}
