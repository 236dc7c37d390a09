using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FirstTry.Benchmarks.Generating;

/// <summary>A project with a config of many checks in a compiler that stays, as in an editor: each edit runs the generator again.</summary>
internal sealed class GeneratedProject
{
    private CSharpCompilation _compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText("class Code;", path: "Code.cs")]);
    private GeneratorDriver _driver;
    private ConfigText _config;

    /// <summary>Compiles it for the first time.</summary>
    /// <exception cref="BenchmarkException">The generator objected to the config.</exception>
    public GeneratedProject(string text)
    {
        _config = new ConfigText(text);
        _driver = CSharpGeneratorDriver.Create(
            [new GeneratorAssembly().Create()],
            [_config],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)).RunGenerators(_compilation);
        var result = _driver.GetRunResult();
        if (result.GeneratedTrees.Length == 0 || !result.Diagnostics.IsEmpty)
            throw new BenchmarkException($"the generator does not take the config of the benchmark: {string.Join(", ", result.Diagnostics)}");
    }

    /// <summary>Gives the config another text and compiles.</summary>
    public void EditConfig(string text)
    {
        var edited = new ConfigText(text);
        _driver = _driver.ReplaceAdditionalText(_config, edited).RunGenerators(_compilation);
        _config = edited;
    }

    /// <summary>Edits code that has nothing to do with checks, and compiles.</summary>
    public void EditCode(int number)
    {
        _compilation = _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText(string.Create(CultureInfo.InvariantCulture, $"class Code {{ int Number() => {number}; }}"), path: "Code.cs"));
        _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>How many of its steps and outputs the last compilation did not take from the one before.</summary>
    public int OutputsMadeAnew()
    {
        var result = _driver.GetRunResult().Results[0];
        return result.TrackedSteps.Values.Concat(result.TrackedOutputSteps.Values)
            .SelectMany(steps => steps).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
