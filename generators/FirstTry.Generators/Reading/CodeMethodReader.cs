using System;
using System.Threading;
using FirstTry.Config.Problems;
using FirstTry.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FirstTry.Generators.Reading;

/// <summary>Looks whether a method with the attribute of a check can be one.</summary>
internal static class CodeMethodReader
{
    /// <summary>The full name of the attribute.</summary>
    public const string Attribute = Namespace + ".CheckAttribute";

    private const string Namespace = "FirstTry.Graph.Authoring";
    private const string Finding = "System.Collections.Generic.IEnumerable<" + Namespace + ".Finding>";
    private const string Files = "System.Collections.Generic.{0}<" + Namespace + ".CheckedFile>";
    private static readonly string[] Lists = ["IReadOnlyList", "IReadOnlyCollection", "IEnumerable"];

    /// <summary>The method with the attribute.</summary>
    public static FoundMethod Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var place = $"{method.ContainingType.Name}.{method.Name}";
        var attribute = (AttributeSyntax)context.Attributes[0].ApplicationSyntaxReference!.GetSyntax(cancellation);
        if (NameOf(attribute) is not { } name)
        {
            return new FoundMethod(null, ProblemAt(attribute.GetLocation(), $"[Check]: give the name of '{place}' as plain text in quotes, as in [Check(\"no-todo\")]: it is read without a compiler, too."));
        }

        return WhyNot(method) is { } reason
            ? new FoundMethod(null, ProblemAt(method.Locations[0], $"[Check(\"{name}\")]: '{place}' {reason}. Write 'public static IEnumerable<Finding> {method.Name}(IReadOnlyList<CheckedFile> files)'."))
            : new FoundMethod(new CodeMethod(name, place, $"{method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.@{method.Name}", method.Parameters.Length == 2), null);
    }

    private static string? NameOf(AttributeSyntax attribute) =>
        attribute.ArgumentList is { Arguments: { Count: 1 } arguments } && arguments[0].Expression is LiteralExpressionSyntax { Token: var token }
        && token.Value is string name && token.Text == "\"" + name + "\"" ? name : null;

    private static string? WhyNot(IMethodSymbol method)
    {
        if (!method.IsStatic)
        {
            return "is not static";
        }

        if (method.IsGenericMethod || IsWithin(method, static type => type.IsGenericType))
        {
            return "is generic";
        }

        if (!IsReachable(method.DeclaredAccessibility) || IsWithin(method, static type => !IsReachable(type.DeclaredAccessibility) || type.IsFileLocal))
        {
            return "cannot be called from outside: it and its class have to be public or internal";
        }

        return !TakesFiles(method) ? "does not take the files"
            : IsFindings(method.ReturnType) ? null
            : $"returns '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', and not findings";
    }

    private static bool IsWithin(IMethodSymbol method, Func<INamedTypeSymbol, bool> isSo)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (isSo(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReachable(Accessibility accessibility) => accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool TakesFiles(IMethodSymbol method)
    {
        var parameters = method.Parameters;
        foreach (var parameter in parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return false;
            }
        }

        return parameters.Length is 1 or 2
            && Array.Exists(Lists, list => NameOf(parameters[0].Type) == string.Format(null, Files, list))
            && (parameters.Length == 1 || NameOf(parameters[1].Type) == "System.Threading.CancellationToken");
    }

    private static bool IsFindings(ITypeSymbol type)
    {
        if (NameOf(type) == Finding)
        {
            return true;
        }

        foreach (var offered in type.AllInterfaces)
        {
            if (NameOf(offered) == Finding)
            {
                return true;
            }
        }

        return false;
    }

    // Without the question marks of nullable references.
    private static string NameOf(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers));

    private static PlacedProblem ProblemAt(Location location, string message)
    {
        var lines = location.GetLineSpan();
        var (start, end) = (lines.StartLinePosition, lines.EndLinePosition);
        var span = new SourceSpan(start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1);
        var problem = new Problem(Rules.WrongCodeCheck.Id, Rules.WrongCodeCheck.DefaultSeverity, message, lines.Path, span);
        return new PlacedProblem(problem, location.SourceSpan.Start, location.SourceSpan.Length);
    }
}
