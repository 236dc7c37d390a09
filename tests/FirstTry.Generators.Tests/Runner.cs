using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FirstTry.Generators.Tests;

/// <summary>What a project gets that is compiled into a native runner.</summary>
public sealed class Runner
{
    private const string Local = "checks: { ruff: { run: mine } }\n";

    [Fact]
    public void It_has_an_entry_with_the_graph()
    {
        var sources = Run(new RunnerOptions(), new ConfigFile(Example.Small)).GeneratedSources;

        var entry = sources.Single(source => source.HintName == "FirstTryRunner.g.cs").SourceText.ToString();
        Assert.Contains("private static int Main(string[] arguments)", entry, System.StringComparison.Ordinal);
        Assert.Contains("FirstTryGraph.Graph", entry, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Other_projects_have_none()
    {
        var sources = Run(null, new ConfigFile(Example.Small)).GeneratedSources;

        Assert.Equal("FirstTryGraph.g.cs", Assert.Single(sources).HintName);
    }

    [Fact]
    public void The_personal_file_counts_in_it_and_nowhere_else()
    {
        AdditionalText[] files = [new ConfigFile(Example.Small), new ConfigFile(Local, "firsttry.local.yml")];

        Assert.Contains("\"mine\"", GraphOf(new RunnerOptions(), files), System.StringComparison.Ordinal);
        Assert.DoesNotContain("\"mine\"", GraphOf(null, files), System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        AdditionalText[] files = [new ConfigFile(Local, "firsttry.local.yml"), new ConfigFile(Example.Small)];

        Assert.Contains("\"mine\"", GraphOf(new RunnerOptions(), files), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_of_the_personal_file_is_reported_there()
    {
        var result = Run(new RunnerOptions(), new ConfigFile(Example.Small), new ConfigFile("wokers: 1\n", "firsttry.local.yml"));

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("FT0004", "firsttry.local.yml"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
    }

    [Fact]
    public void An_edit_of_code_leaves_its_steps_cached()
    {
        var project = Compiler.Project();
        var driver = Compiler.Driver(new RunnerOptions(), new ConfigFile(Example.Small)).RunGenerators(project);

        var result = driver.RunGenerators(project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;"))).GetRunResult().Results[0];

        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static GeneratorRunResult Run(RunnerOptions? options, params AdditionalText[] files) =>
        Compiler.Driver(options, files).RunGenerators(Compiler.Project()).GetRunResult().Results[0];

    private static string GraphOf(RunnerOptions? options, AdditionalText[] files) =>
        Run(options, files).GeneratedSources.Single(source => source.HintName == "FirstTryGraph.g.cs").SourceText.ToString();
}
