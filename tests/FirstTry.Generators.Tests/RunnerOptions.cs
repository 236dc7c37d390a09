using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FirstTry.Generators.Tests;

/// <summary>The options of the project that <c>firsttry build</c> writes.</summary>
internal sealed class RunnerOptions : AnalyzerConfigOptionsProvider
{
    private readonly Options _options = new();

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    private sealed class Options : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key == "build_property.FirstTryRunner" ? "true" : "";
            return value.Length > 0;
        }
    }
}
