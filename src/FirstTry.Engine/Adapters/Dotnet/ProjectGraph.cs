using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Xml;
using FirstTry.Engine.Adapters.Reaching;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>The projects of a solution, or of one project, with everything that they reference.</summary>
internal sealed class ProjectGraph
{
    private ProjectGraph(List<DotnetProject> projects, HashSet<string> named)
    {
        Projects = projects;
        Named = named;
    }

    /// <summary>All projects in the order in which they were found: those that are named first.</summary>
    internal List<DotnetProject> Projects { get; }

    /// <summary>The absolute paths of the projects that the solution names.</summary>
    internal HashSet<string> Named { get; }

    /// <summary>Reads the graph of a solution or project file.</summary>
    /// <param name="root">The absolute path of the repository.</param>
    /// <param name="target">The absolute path of the file.</param>
    /// <param name="words">Words to look for in the code of the projects.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="XmlException">A file is no XML.</exception>
    /// <exception cref="JsonException">A file is no JSON.</exception>
    internal static ProjectGraph Of(string root, string target, IReadOnlyCollection<string> words)
    {
        var named = SolutionFile.IsOne(target) ? SolutionFile.ProjectsOf(target) : [target];
        var pending = new Queue<string>(named);
        var known = new HashSet<string>(named, StringComparer.Ordinal);
        var projects = new List<DotnetProject>();
        while (pending.TryDequeue(out var place))
        {
            if (!place.StartsWith(root + "/", StringComparison.Ordinal) || !SolutionFile.IsProject(place) || !File.Exists(place))
            {
                throw new IOException($"'{place}' is no project of this repository");
            }

            var project = ProjectReading.Of(root, Path.GetDirectoryName(target)!, place, words);
            projects.Add(project);
            foreach (var reference in project.References)
            {
                if (SolutionFile.IsProject(reference) && File.Exists(reference) && known.Add(reference))
                {
                    pending.Enqueue(reference);
                }
            }
        }

        return new ProjectGraph(projects, new HashSet<string>(named, StringComparer.Ordinal));
    }

    /// <summary>Those of the named projects that a change can reach, in the order of the solution; null for all of them, whatever changed.</summary>
    /// <param name="changed">Paths of changed files relative to the repository, those that are gone included.</param>
    internal List<DotnetProject>? AffectedBy(IReadOnlyList<string> changed)
    {
        if (AffectedParts.By(Projects.ConvertAll(project => project.Part), changed, OtherWorlds.ForDotnet) is not { } affected)
        {
            return null;
        }

        return Projects.FindAll(project => Named.Contains(project.Place) && affected.Contains(project.Part));
    }

    /// <summary>Those of all projects that may take in what changed themselves; null for all of them, whatever changed.</summary>
    /// <param name="changed">Paths of changed files relative to the repository, those that are gone included.</param>
    internal List<DotnetProject>? TakingIn(IReadOnlyList<string> changed) =>
        AffectedParts.TouchedBy(Projects.ConvertAll(project => project.Part), changed, OtherWorlds.ForDotnet) is { } touched
            ? Projects.FindAll(project => touched.Contains(project.Part))
            : null;

    /// <summary>The places outside of a folder that the projects may read, relative to the repository; an empty one is all of it.</summary>
    internal EquatableArray<string> PlacesBeside(string folder)
    {
        var reach = new Reach(folder);
        foreach (var project in Projects)
        {
            foreach (var place in project.Part.Reach.Places)
            {
                reach.AddPlace(place);
            }
        }

        return reach.Places;
    }

    /// <summary>True unless it is certain that neither a project nor what it references brings tests along.</summary>
    internal bool MayBeTest(DotnetProject project)
    {
        var pending = new Queue<DotnetProject>([project]);
        var known = new HashSet<string>(StringComparer.Ordinal) { project.Place };
        while (pending.TryDequeue(out var current))
        {
            if (current.MayBeTest)
            {
                return true;
            }

            foreach (var reference in current.References)
            {
                if (known.Add(reference) && Projects.Find(other => other.Place == reference) is { } next)
                {
                    pending.Enqueue(next);
                }
            }
        }

        return false;
    }
}
