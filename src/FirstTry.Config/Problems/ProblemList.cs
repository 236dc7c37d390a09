using System;
using System.Collections.Generic;
using FirstTry.Config.Code;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Problems;

/// <summary>Gathers the problems of a config: each once, however many aliases lead to its place.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];
    private readonly HashSet<Problem> _seen = [];

    public SuggestionBudget Nearest { get; } = new();

    /// <summary>The checks written in C# that <c>uses</c> may name.</summary>
    public CodeCheckNames Code { get; init; } = new(static () => []);

    public bool HasErrors { get; private set; }

    /// <summary>A file whose problems are complete: a second look at it, with other names around, adds none.</summary>
    public string? MutedFile { get; set; }

    /// <summary>Adds a problem of a node, unless the node stands in for something that was reported already.</summary>
    public void Add(ProblemDescriptor rule, Node at, string message)
    {
        if (at is not ScalarNode { IsBroken: true })
        {
            Add(rule, at.Source, at.Span, message);
        }
    }

    public void Add(ProblemDescriptor rule, ConfigSource source, SourceSpan span, string message)
    {
        var problem = new Problem(rule.Id, rule.DefaultSeverity, message, source.Path, span);
        if (source.Path != MutedFile && _seen.Add(problem))
        {
            _problems.Add(problem);
            HasErrors |= rule.DefaultSeverity == Severity.Error;
        }
    }

    /// <summary>The problems by file, those of <paramref name="main"/> first, then by place.</summary>
    public EquatableArray<Problem> ToSortedArray(ConfigSource main)
    {
        if (_problems.Count == 0)
        {
            return EquatableArray<Problem>.Empty;
        }

        var sorted = _problems.ToArray();
        Array.Sort(sorted, (left, right) => Compare(left, right, main.Path));
        return EquatableArray.Create(sorted);
    }

    private static int Compare(Problem left, Problem right, string main)
    {
        var order = IsIn(right, main).CompareTo(IsIn(left, main));
        order = order != 0 ? order : left.Span.Line.CompareTo(right.Span.Line);
        order = order != 0 ? order : left.Span.Column.CompareTo(right.Span.Column);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }

    private static bool IsIn(Problem problem, string file) => string.Equals(problem.File, file, StringComparison.Ordinal);
}
