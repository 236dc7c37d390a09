using FirstTry.Generators.Diagnostics;
using FirstTry.Generators.Emit;
using FirstTry.Generators.Reading;
using Microsoft.CodeAnalysis;

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

        var config = texts
            .Collect()
            .Combine(isRunner)
            .Select(static (found, _) => ConfigReader.Read(found.Left, withLocal: found.Right))
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

        context.RegisterSourceOutput(isRunner, static (output, isWanted) =>
        {
            if (isWanted)
            {
                output.AddSource(RunnerEmitter.HintName, RunnerEmitter.Emit());
            }
        });

        context.RegisterSourceOutput(problems, static (output, found) =>
        {
            foreach (var problem in found)
            {
                output.ReportDiagnostic(Descriptors.ToDiagnostic(problem));
            }
        });
    }
}
