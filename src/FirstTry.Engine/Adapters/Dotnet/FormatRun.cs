using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Xml;
using FirstTry.Engine.Adapters.Reaching;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>Decides which projects <c>dotnet format</c> has to load for the files that changed.</summary>
internal sealed class FormatRun
{
    private readonly AdapterScene _scene;
    private readonly string? _path;

    private FormatRun(AdapterScene scene)
    {
        _scene = scene;
        _path = scene.SinglePath("dotnet format") is { Count: 1 } given ? given[0] : null;
    }

    /// <summary>The work of a check.</summary>
    internal static AdapterWork Of(AdapterScene scene)
    {
        var isEverything = scene.ChoiceOf("select", "affected", "all") == "all";
        return new FormatRun(scene).Choose(isEverything);
    }

    private AdapterWork Choose(bool isEverything)
    {
        var target = SolutionFile.In(Path.GetFullPath(Path.Combine(_scene.Folder, _path ?? ".")));
        if (target is null || _scene.Changes is not { } changes || IsSaid("-f", "--folder"))
        {
            return On(null, isRestored: false);
        }

        List<string> changed = changes.Below(".");
        ProjectGraph graph;
        try
        {
            graph = ProjectGraph.Of(_scene.WorktreeRoot, target, AffectedParts.WordsFor(changed, OtherWorlds.ForDotnet));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // What cannot be read here, MSBuild will complain about.
            return On(null, isRestored: false);
        }

        var isHidden = changes.HiddenBelow(".").Exists(path => OtherWorlds.ForDotnet.WordsFor(path) is null);
        var isRestored = !isHidden && BuildState.IsRestored(_scene.WorktreeRoot, graph);
        return On(isEverything || isHidden || !SolutionFile.IsOne(target) ? null : Narrowed(graph, changed), isRestored);
    }

    // A file is judged by the projects that take it in, by nothing else. Loading most projects one by one takes longer than loading all at once.
    private List<string>? Narrowed(ProjectGraph graph, List<string> changed)
    {
        if (graph.TakingIn(changed) is not { Count: > 0 } projects || projects.Count * 2 > graph.Named.Count || projects.Exists(project => project.Place.EndsWith(".fsproj", StringComparison.Ordinal)))
        {
            return null;
        }

        return projects.ConvertAll(project => Path.GetRelativePath(_scene.Folder, project.Place).Replace('\\', '/'));
    }

    private bool IsSaid(params string[] options)
    {
        foreach (var argument in _scene.Args)
        {
            if (Array.IndexOf(options, argument) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private AdapterWork On(List<string>? projects, bool isRestored)
    {
        const string Look = "--verify-no-changes";
        return new AdapterWork(Command(projects, isRestored, Look))
        {
            KnownAs = isRestored ? Command(projects, isRestored: false, Look) : null,
            Fix = Command(projects, isRestored),
            FixKnownAs = isRestored ? Command(projects, isRestored: false) : null,
        };
    }

    private Command Command(List<string>? projects, bool isRestored, params string[] mode)
    {
        string[] options = [.. mode, .. isRestored && !IsSaid("--no-restore") ? ["--no-restore"] : (string[])[], .. _scene.Args, "--include"];
        if (projects is null or { Count: 1 })
        {
            return Graph.Command.Exec(["dotnet", "format", .. projects ?? (_path is null ? [] : [_path]), .. options, "{files}"]);
        }

        var named = string.Join(' ', projects.ConvertAll(Quoted));
        var said = string.Join(' ', Array.ConvertAll(options, Quoted));
        return Graph.Command.Exec("sh", "-c", $"code=0; for project in {named}; do dotnet format \"$project\" {said} \"$@\" || code=1; done; exit $code", "sh", "{files}");
    }

    private static string Quoted(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
