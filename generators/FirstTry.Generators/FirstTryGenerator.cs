using System.Linq;
using FirstTry.Generators.Diagnostics;
using FirstTry.Generators.Emit;
using FirstTry.Generators.Reading;
using FirstTry.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FirstTry.Generators;

/// <summary>Compiles <c>firsttry.yml</c> into a typed graph, and reports what is wrong with it as compiler diagnostics.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FirstTryGenerator : IIncrementalGenerator
{
    // Set by the project that 'firsttry build' writes.
    private const string RunnerProperty = "build_property.FirstTryRunner";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isRunner = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(RunnerProperty, out var value) && value == "true")
            .WithTrackingName(TrackingNames.Runner);

        var texts = context.AdditionalTextsProvider
            .Where(static file => ConfigText.IsConfig(file.Path) || ConfigText.IsLocal(file.Path))
            .Select(static (file, cancellation) => ConfigText.From(file.Path, file.GetText(cancellation)))
            .WithTrackingName(TrackingNames.Texts);

        var code = context.AdditionalTextsProvider
            .Where(static file => ConfigText.IsCode(file.Path))
            .Select(static (file, cancellation) => ConfigText.From(file.Path, file.GetText(cancellation)))
            .WithTrackingName(TrackingNames.Code);

        var config = texts
            .Collect()
            .Combine(code.Collect())
            .Combine(isRunner)
            .Select(static (found, _) => ConfigReader.Read(found.Left.Left, found.Left.Right, withLocal: found.Right))
            .WithTrackingName(TrackingNames.Config);

        var model = config
            .Select(static (read, _) => read.Model)
            .WithTrackingName(TrackingNames.Model);

        var problems = config
            .Select(static (read, _) => read.Problems)
            .WithTrackingName(TrackingNames.Problems);

        context.RegisterSourceOutput(model, static (output, graph) =>
        {
            if (graph is not null)
            {
                output.AddSource(GraphEmitter.HintName, GraphEmitter.Emit(graph));
            }
        });

        RegisterMethods(context, isRunner);

        context.RegisterSourceOutput(problems, static (output, found) =>
        {
            foreach (var problem in found)
            {
                output.ReportDiagnostic(Descriptors.ToDiagnostic(problem));
            }
        });
    }

    // The checks written in C#: wherever they are compiled they are looked at, and a runner calls them.
    private static void RegisterMethods(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> isRunner)
    {
        var methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(CodeMethodReader.Attribute, static (node, _) => node is MethodDeclarationSyntax, CodeMethodReader.Read)
            .WithTrackingName(TrackingNames.Methods);

        var checks = methods
            .Select(static (found, _) => found.Method)
            .Collect()
            .Select(static (found, _) => EquatableArray.Create(found.OfType<CodeMethod>().ToArray()))
            .Combine(isRunner)
            .WithTrackingName(TrackingNames.Checks);

        context.RegisterSourceOutput(checks, static (output, found) =>
        {
            if (found.Right)
            {
                output.AddSource(RunnerEmitter.HintName, RunnerEmitter.Emit(found.Left));
            }
        });

        context.RegisterSourceOutput(methods, static (output, found) =>
        {
            if (found.Problem is { } problem)
            {
                output.ReportDiagnostic(Descriptors.ToDiagnostic(problem));
            }
        });
    }
}
