using System;
using System.Collections.Generic;
using FirstTry.Config;
using FirstTry.Generators.Reading;
using FirstTry.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FirstTry.Generators.Diagnostics;

/// <summary>The rules of the config language as compiler diagnostics: the same ids and the same texts.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = CreateAll();

    /// <summary>The diagnostic of a problem, at its place in the config file.</summary>
    public static Diagnostic ToDiagnostic(PlacedProblem placed)
    {
        var problem = placed.Problem;
        var lines = new LinePositionSpan(
            new LinePosition(problem.Span.Line - 1, problem.Span.Column - 1),
            new LinePosition(problem.Span.EndLine - 1, problem.Span.EndColumn - 1));
        var location = Location.Create(problem.File, new TextSpan(placed.Start, placed.Length), lines);
        return Diagnostic.Create(
            ById[problem.Id],
            location,
            ToDiagnosticSeverity(problem.Severity),
            additionalLocations: null,
            properties: null,
            problem.Message);
    }

    private static Dictionary<string, DiagnosticDescriptor> CreateAll()
    {
        var descriptors = new Dictionary<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        foreach (var rule in ProblemCatalog.All)
        {
            descriptors.Add(rule.Id, Create(rule));
        }

        return descriptors;
    }

    // An error leaves an empty graph behind, so nobody may silence one; a warning is theirs to judge.
    private static DiagnosticDescriptor Create(ProblemDescriptor rule) => new(
        rule.Id,
        rule.Title,
        "{0}",
        "FirstTry",
        ToDiagnosticSeverity(rule.DefaultSeverity),
        isEnabledByDefault: true,
        helpLinkUri: $"docs/problems.md#{rule.Id.ToLowerInvariant()}",
        customTags: rule.DefaultSeverity == Severity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);

    private static DiagnosticSeverity ToDiagnosticSeverity(Severity severity) =>
        severity == Severity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
}
