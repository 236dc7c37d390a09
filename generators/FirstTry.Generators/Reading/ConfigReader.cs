using System;
using System.Collections.Immutable;
using FirstTry.Config;
using FirstTry.Graph;
using Microsoft.CodeAnalysis.Text;

namespace FirstTry.Generators.Reading;

/// <summary>Parses the config files of a compilation.</summary>
internal static class ConfigReader
{
    private static readonly ParsedConfig Nothing = new(null, EquatableArray<PlacedProblem>.Empty);

    /// <summary>The one config among the files; two different ones are a problem, since only one can count.</summary>
    /// <param name="withLocal">Whether the personal file beside it counts.</param>
    public static ParsedConfig Read(ImmutableArray<ConfigText> texts, bool withLocal = false)
    {
        ConfigText? main = null, local = null;
        foreach (var text in texts)
        {
            local = withLocal && ConfigText.IsLocal(text.Path) ? text : local;
            main ??= ConfigText.IsConfig(text.Path) ? text : null;
        }

        return main is null ? Nothing : ReadOnlyOne(texts, main, local);
    }

    private static ParsedConfig ReadOnlyOne(ImmutableArray<ConfigText> texts, ConfigText first, ConfigText? local)
    {
        foreach (var text in texts)
        {
            if (ConfigText.IsConfig(text.Path) && !string.Equals(text.Path, first.Path, StringComparison.Ordinal))
            {
                return Refuse(first, text);
            }
        }

        return Read(first, local);
    }

    private static ParsedConfig Read(ConfigText text, ConfigText? local)
    {
        var result = ConfigParser.Parse(SourceOf(text), local is null ? null : SourceOf(local));
        var model = result.HasErrors ? new GraphModel(GraphOutline.Read(text.Text), IsComplete: false) : new GraphModel(result.Graph, IsComplete: true);
        return new ParsedConfig(model, Place(result.Problems, text, local));
    }

    private static ConfigSource SourceOf(ConfigText text) => new(text.Path, text.Text) { Obstacle = text.Obstacle };

    private static ParsedConfig Refuse(ConfigText first, ConfigText second)
    {
        var (one, other) = string.Equals(first.FileName, second.FileName, StringComparison.Ordinal)
            ? (first.Path, second.Path)
            : (first.FileName, second.FileName);
        var problem = ConfigParser.BothSpellings(one, other) with { File = second.Path };
        var model = new GraphModel(GraphOutline.Read(first.Text), IsComplete: false);
        return new ParsedConfig(model, EquatableArray.Create(new PlacedProblem(problem, 0, 0)));
    }

    private static EquatableArray<PlacedProblem> Place(EquatableArray<Problem> problems, ConfigText main, ConfigText? local)
    {
        var text = SourceText.From(main.Text);
        var localText = local is null ? text : SourceText.From(local.Text);
        var placed = new PlacedProblem[problems.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var span = problems[i].Span;
            var there = local is not null && problems[i].File == local.Path ? localText : text;
            var start = OffsetOf(there, span.Line, span.Column);
            var end = OffsetOf(there, span.EndLine, span.EndColumn);
            placed[i] = new PlacedProblem(problems[i], start, Math.Max(0, end - start));
        }

        return EquatableArray.Create(placed);
    }

    private static int OffsetOf(SourceText text, int line, int column)
    {
        if (line > text.Lines.Count)
        {
            return text.Length;
        }

        var found = text.Lines[line - 1];
        return Math.Min(found.Start + column - 1, found.EndIncludingLineBreak);
    }
}
