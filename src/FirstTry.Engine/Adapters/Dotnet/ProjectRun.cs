using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Xml;
using FirstTry.Engine.Adapters.Reaching;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>Decides which projects a verb of <c>dotnet</c> has to work on for what changed.</summary>
internal sealed class ProjectRun
{
    private readonly AdapterScene _scene;
    private readonly DotnetVerb _verb;
    private readonly string? _path;
    private readonly string? _target;
    private readonly bool _isEverything;

    private ProjectRun(AdapterScene scene, string verb)
    {
        _scene = scene;
        _isEverything = scene.ChoiceOf("select", "affected", "all") == "all";
        _path = scene.SinglePath("dotnet " + verb) is { Count: 1 } given ? given[0] : null;
        _verb = new DotnetVerb(verb, verb == "test" && GlobalJson.UsesTestingPlatform(scene), scene.Args);
        _target = SolutionFile.In(Path.GetFullPath(Path.Combine(scene.Folder, _path ?? ".")));
    }

    /// <summary>The work of a check that runs this verb.</summary>
    internal static AdapterWork Of(AdapterScene scene, string verb) => new ProjectRun(scene, verb).Choose();

    private AdapterWork Choose()
    {
        var plain = new AdapterWork(_verb.On(_path, isRestored: false, isFresh: false)) { Outer = [""] };
        if (_target is null || _scene.Changes is not { } changes)
        {
            return plain;
        }

        List<string> changed = changes.Below(".");
        ProjectGraph graph;
        try
        {
            graph = ProjectGraph.Of(_scene.WorktreeRoot, _target, AffectedParts.WordsFor(changed, OtherWorlds.ForDotnet));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // What cannot be read here, MSBuild will complain about.
            return plain;
        }

        var isHidden = changes.HiddenBelow(".").Exists(path => OtherWorlds.ForDotnet.WordsFor(path) is null);
        var isFresh = !isHidden && !_verb.IsWithoutBuild && BuildState.IsDeceptive(graph);
        var isRestored = !isHidden && !isFresh && !_verb.ChangesRestore && BuildState.IsRestored(_scene.WorktreeRoot, graph);
        var full = plain with { Command = _verb.On(_path, isRestored, isFresh), KnownAs = plain.Command, IsCacheable = IsBelowRoot(graph), Outer = graph.PlacesBeside(_scene.Check.Root) };
        if (_isEverything || isHidden || graph.AffectedBy(changed) is not { } affected)
        {
            return full;
        }

        return Narrowed(graph, affected, full, isRestored, isFresh);
    }

    private AdapterWork Narrowed(ProjectGraph graph, List<DotnetProject> affected, AdapterWork full, bool isRestored, bool isFresh)
    {
        if (affected.Count == 0)
        {
            return full with { SkipReason = "no file of its projects changed" };
        }

        var runnable = graph.Projects.FindAll(project => graph.Named.Contains(project.Place) && (_verb.Name != "test" || graph.MayBeTest(project)));
        var narrowed = runnable.FindAll(affected.Contains);
        if (narrowed.Count == runnable.Count)
        {
            return full;
        }

        if (narrowed.Count == 0)
        {
            return full with { SkipReason = "no test project depends on what changed" };
        }

        var places = narrowed.ConvertAll(project => Path.GetRelativePath(_scene.Folder, project.Place).Replace('\\', '/'));
        return full with
        {
            Command = _verb.OnEach(places, isRestored, isFresh),
            KnownAs = _verb.OnEach(places, isRestored: false, isFresh: false),
            Scope = $"{narrowed.Count} of {runnable.Count} projects",
        };
    }

    // What lies beside the folder of the check is no input of it, and cannot be named as one.
    private bool IsBelowRoot(ProjectGraph graph) =>
        _scene.Check.Root == "." || graph.Projects.TrueForAll(project => project.Place.StartsWith(_scene.Folder + "/", StringComparison.Ordinal));
}
