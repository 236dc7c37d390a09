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
    public static ParsedConfig Read(ImmutableArray<ConfigText> texts)
    {
        if (texts.IsEmpty)
        {
            return Nothing;
        }

        var first = texts[0];
        foreach (var text in texts)
        {
            if (!string.Equals(text.Path, first.Path, StringComparison.Ordinal))
            {
                return Refuse(first, text);
            }
        }

        return Read(first);
    }

    private static ParsedConfig Read(ConfigText text)
    {
        var result = ConfigParser.Parse(new ConfigSource(text.Path, text.Text) { Obstacle = text.Obstacle });
        var model = result.HasErrors ? new GraphModel(GraphOutline.Read(text.Text), IsComplete: false) : new GraphModel(result.Graph, IsComplete: true);
        return new ParsedConfig(model, Place(result.Problems, SourceText.From(text.Text)));
    }

    private static ParsedConfig Refuse(ConfigText first, ConfigText second)
    {
        var (one, other) = string.Equals(first.FileName, second.FileName, StringComparison.Ordinal)
            ? (first.Path, second.Path)
            : (first.FileName, second.FileName);
        var problem = ConfigParser.BothSpellings(one, other) with { File = second.Path };
        var model = new GraphModel(GraphOutline.Read(first.Text), IsComplete: false);
        return new ParsedConfig(model, EquatableArray.Create(new PlacedProblem(problem, 0, 0)));
    }

    private static EquatableArray<PlacedProblem> Place(EquatableArray<Problem> problems, SourceText text)
    {
        var placed = new PlacedProblem[problems.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var span = problems[i].Span;
            var start = OffsetOf(text, span.Line, span.Column);
            var end = OffsetOf(text, span.EndLine, span.EndColumn);
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
