using System;
using System.Collections.Generic;
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
    /// <param name="code">The checks written in C#, those of other configs among them.</param>
    /// <param name="withLocal">Whether the personal file beside it counts.</param>
    public static ParsedConfig Read(ImmutableArray<ConfigText> texts, ImmutableArray<ConfigText> code, bool withLocal = false)
    {
        ConfigText? main = null, local = null;
        foreach (var text in texts)
        {
            local = withLocal && ConfigText.IsLocal(text.Path) ? text : local;
            main ??= ConfigText.IsConfig(text.Path) ? text : null;
        }

        return main is null ? Nothing : ReadOnlyOne(texts, main, local, code);
    }

    private static ParsedConfig ReadOnlyOne(ImmutableArray<ConfigText> texts, ConfigText first, ConfigText? local, ImmutableArray<ConfigText> code)
    {
        foreach (var text in texts)
        {
            if (ConfigText.IsConfig(text.Path) && !string.Equals(text.Path, first.Path, StringComparison.Ordinal))
            {
                return Refuse(first, text);
            }
        }

        return Read(first, local, code);
    }

    private static ParsedConfig Read(ConfigText text, ConfigText? local, ImmutableArray<ConfigText> code)
    {
        var result = ConfigParser.Parse(SourceOf(text), local is null ? null : SourceOf(local), () => CodeOf(text, code));
        var model = result.HasErrors ? new GraphModel(GraphOutline.Read(text.Text), IsComplete: false) : new GraphModel(result.Graph, IsComplete: true);
        return new ParsedConfig(model, Place(result.Problems, text, local is null ? code : code.Add(local)));
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

    private static List<ConfigSource> CodeOf(ConfigText config, ImmutableArray<ConfigText> code)
    {
        var sources = new List<ConfigSource>();
        foreach (var text in code)
        {
            if (text.IsCodeOf(config.Path))
            {
                sources.Add(SourceOf(text));
            }
        }

        sources.Sort(static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        return sources;
    }

    private static EquatableArray<PlacedProblem> Place(EquatableArray<Problem> problems, ConfigText main, ImmutableArray<ConfigText> others)
    {
        var placed = new PlacedProblem[problems.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var span = problems[i].Span;
            var there = SourceText.From(TextOf(problems[i].File, main, others));
            var start = OffsetOf(there, span.Line, span.Column);
            var end = OffsetOf(there, span.EndLine, span.EndColumn);
            placed[i] = new PlacedProblem(problems[i], start, Math.Max(0, end - start));
        }

        return EquatableArray.Create(placed);
    }

    private static string TextOf(string file, ConfigText main, ImmutableArray<ConfigText> others)
    {
        foreach (var text in others)
        {
            if (text.Path == file)
            {
                return text.Text;
            }
        }

        return main.Text;
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
