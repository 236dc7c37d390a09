using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FirstTry.Generators.Tests;

public sealed class CachedSteps
{
    private static readonly string[] Names = [TrackingNames.Texts, TrackingNames.Config, TrackingNames.Model, TrackingNames.Problems];

    // The warning keeps the problems from being an empty list, which would never change.
    private const string Config = "cache: { remote: { url: https://example.com } }\n" + Example.Small;

    [Fact]
    public void An_edit_of_code_leaves_every_step_cached()
    {
        var (driver, project) = Run(Config);

        var result = driver.RunGenerators(project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;"))).GetRunResult().Results[0];

        Assert.All(Names, name => Assert.Equal(IncrementalStepRunReason.Cached, ReasonOf(result, name)));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_at_the_end_stops_at_the_parser()
    {
        var result = Edit(Config, Config + "# A comment.\n");

        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(result, TrackingNames.Texts));
        Assert.Equal(IncrementalStepRunReason.Unchanged, ReasonOf(result, TrackingNames.Config));
        Assert.Equal(IncrementalStepRunReason.Cached, ReasonOf(result, TrackingNames.Model));
        Assert.Equal(IncrementalStepRunReason.Cached, ReasonOf(result, TrackingNames.Problems));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_at_the_start_moves_the_problems_and_leaves_the_source()
    {
        var result = Edit(Config, "# A comment.\n" + Config);

        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(result, TrackingNames.Config));
        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(result, TrackingNames.Problems));
        Assert.Equal(IncrementalStepRunReason.Unchanged, ReasonOf(result, TrackingNames.Model));
        Assert.Equal(IncrementalStepRunReason.Cached, OutputReasonOf(result, TrackingNames.Model));
        Assert.Equal(IncrementalStepRunReason.Modified, OutputReasonOf(result, TrackingNames.Problems));
    }

    [Fact]
    public void A_comment_in_a_config_with_errors_leaves_the_source_too()
    {
        var result = Edit(Example.Bad, "# A comment.\n" + Example.Bad);

        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(result, TrackingNames.Problems));
        Assert.Equal(IncrementalStepRunReason.Unchanged, ReasonOf(result, TrackingNames.Model));
        Assert.Equal(IncrementalStepRunReason.Cached, OutputReasonOf(result, TrackingNames.Model));
    }

    [Fact]
    public void A_new_check_reaches_the_source()
    {
        var result = Edit(Example.Small, Example.Small.Replace("checks:\n", "checks:\n  new: { run: a }\n", System.StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(result, TrackingNames.Model));
        Assert.Equal(IncrementalStepRunReason.Modified, OutputReasonOf(result, TrackingNames.Model));
        Assert.Contains("Check New ", result.GeneratedSources.Single().SourceText.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_of_a_step_holds_on_to_the_compilation()
    {
        var result = Run(Config).Driver.GetRunResult().Results[0];

        var values = Names.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs).Select(output => output.Value);

        foreach (var value in values.SelectMany(value => Reachable.From(value)))
        {
            Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SourceText or AdditionalText, value.GetType().ToString());
        }
    }

    private static (GeneratorDriver Driver, CSharpCompilation Project) Run(string config)
    {
        var project = Compiler.Project();
        return (Compiler.Driver(new ConfigFile(config)).RunGenerators(project), project);
    }

    private static GeneratorRunResult Edit(string before, string after)
    {
        var file = new ConfigFile(before);
        var project = Compiler.Project();
        var driver = Compiler.Driver(file).RunGenerators(project);
        return driver.ReplaceAdditionalText(file, new ConfigFile(after)).RunGenerators(project).GetRunResult().Results[0];
    }

    private static IncrementalStepRunReason ReasonOf(GeneratorRunResult result, string name) =>
        result.TrackedSteps[name].Single().Outputs.Single().Reason;

    private static IncrementalStepRunReason OutputReasonOf(GeneratorRunResult result, string input) => result.TrackedOutputSteps
        .SelectMany(step => step.Value)
        .Single(step => step.Inputs[0].Source.Name == input)
        .Outputs.Single().Reason;

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
