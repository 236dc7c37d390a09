using FirstTry.Generators.Diagnostics;
using FirstTry.Generators.Emit;
using FirstTry.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FirstTry.Generators;

/// <summary>Compiles <c>firsttry.yml</c> into a typed graph, and reports what is wrong with it as compiler diagnostics.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FirstTryGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var texts = context.AdditionalTextsProvider
            .Where(static file => ConfigText.IsConfig(file.Path))
            .Select(static (file, cancellation) => ConfigText.From(file.Path, file.GetText(cancellation)))
            .WithTrackingName(TrackingNames.Texts);

        var config = texts
            .Collect()
            .Select(static (found, _) => ConfigReader.Read(found))
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

        context.RegisterSourceOutput(problems, static (output, found) =>
        {
            foreach (var problem in found)
            {
                output.ReportDiagnostic(Descriptors.ToDiagnostic(problem));
            }
        });
    }
}
