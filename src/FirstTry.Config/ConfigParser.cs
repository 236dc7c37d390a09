using System;
using System.Collections.Generic;
using FirstTry.Config.Binding;
using FirstTry.Config.Code;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Config.Validation;
using FirstTry.Graph;

namespace FirstTry.Config;

/// <summary>Reads <c>firsttry.yml</c>. Pure: the same text gives the same graph and the same problems everywhere.</summary>
public static class ConfigParser
{
    /// <summary>The folder, beside the config, of the checks that are written in C#.</summary>
    public const string CodeFolder = "checks";

    /// <summary>
    /// Reads a config and what <paramref name="local"/> adds or overrides for one person. Never throws on what a file holds:
    /// everything wrong is a problem with its place, and all of them come at once.
    /// </summary>
    /// <param name="main">The config that everybody shares.</param>
    /// <param name="local">The personal config; null when there is none.</param>
    /// <param name="code">Gets the C# sources in the folder <see cref="CodeFolder"/>, only asked where a check uses what is no adapter; null for none.</param>
    public static ConfigResult Parse(ConfigSource main, ConfigSource? local = null, Func<IReadOnlyList<ConfigSource>>? code = null)
    {
        var problems = new ProblemList { Code = new CodeCheckNames(code ?? (static () => [])) };
        var root = ReadRoot(main, problems, isRequired: true);
        var overlay = local is null ? null : ReadRoot(local, problems, isRequired: false);
        if (root is null)
        {
            return new ConfigResult(CheckGraph.Empty, problems.ToSortedArray(main));
        }

        // The shared file has to stand alone, whatever one person's file makes of it.
        var graph = Read(root, problems);
        if (overlay is not null)
        {
            problems.MutedFile = problems.HasErrors ? main.Path : null;
            var merged = LocalOverlay.Apply(root, overlay, problems);
            var rebuild = LocalBinder.ReadRebuild(overlay, problems);
            graph = Read(merged, problems);
            graph = rebuild == RunnerRebuild.Offer ? graph : graph with { Rebuild = rebuild };
        }

        return new ConfigResult(graph, problems.ToSortedArray(main));
    }

    /// <summary>The problem of a directory that holds both spellings of a config file, such as <c>firsttry.yml</c> and <c>firsttry.yaml</c>.</summary>
    public static Problem BothSpellings(string yml, string yaml) => new(
        Rules.TwoConfigs.Id,
        Rules.TwoConfigs.DefaultSeverity,
        $"Both '{yml}' and '{yaml}' are present, and only one can count. Move what is needed into one and remove the other.",
        yaml,
        SourceSpan.Start);

    private static CheckGraph Read(MappingNode root, ProblemList problems) => GraphBuilder.Build(GraphBinder.Bind(root, problems), problems);

    private static MappingNode? ReadRoot(ConfigSource source, ProblemList problems, bool isRequired)
    {
        if (source.Obstacle is { } obstacle)
        {
            problems.Add(Rules.NotUtf8, source, obstacle.Span, obstacle.Message);
            return null;
        }

        var (root, isComplete) = DocumentReader.Read(source, problems);
        switch (root)
        {
            case MappingNode map:
                return map;
            case null when isComplete && isRequired:
                problems.Add(Rules.EmptyFile, source, SourceSpan.Start, "The file is empty. Write 'checks:' and a check, or let 'firsttry init' write it.");
                return null;
            case null:
                return null;
            default:
                problems.Add(Rules.WrongShape, root, $"The file must be a map of keys such as 'checks', not {root.Description}. Write 'checks:' and a check below it.");
                return null;
        }
    }
}
