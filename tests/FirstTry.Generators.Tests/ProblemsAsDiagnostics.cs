using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FirstTry.Config;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace FirstTry.Generators.Tests;

public sealed class ProblemsAsDiagnostics
{
    public static TheoryData<string> InvalidFiles => [.. SourceTree.CorpusNames("invalid", "invalid-beyond-schema")];

    [Fact]
    public Task An_error_has_its_place_and_its_text_and_comes_alone() => Verify(
        Example.Bad,
        new DiagnosticResult("FT0002", DiagnosticSeverity.Error)
            .WithSpan("firsttry.yml", 9, 3, 9, 7)
            .WithMessage("Check 'mypy' has neither 'run' nor 'uses'. Add one."));

    [Fact]
    public Task A_config_without_problems_has_none() => Verify(Example.Small);

    [Fact]
    public Task All_problems_come_at_once() => Verify(
        "checks:\r\n  a: { run: x, bucket: fats }\r\n  b: { rum: x }\r\n",
        new DiagnosticResult("FT0007", DiagnosticSeverity.Error).WithSpan("firsttry.yml", 2, 24, 2, 28).WithMessage(null),
        new DiagnosticResult("FT0002", DiagnosticSeverity.Error).WithSpan("firsttry.yml", 3, 3, 3, 4).WithMessage(null),
        new DiagnosticResult("FT0004", DiagnosticSeverity.Error).WithSpan("firsttry.yml", 3, 8, 3, 11).WithMessage(null));

    [Theory]
    [MemberData(nameof(InvalidFiles))]
    public void The_problems_of_the_parser_are_all_that_is_reported(string name)
    {
        var text = SourceTree.ReadCorpus(name);

        var (_, diagnostics) = Compiler.Compile(text, "static class Code { static object Graph => FirstTry.FirstTryGraph.Graph; }");

        var problems = ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems;
        Assert.Equal(problems.Select(problem => problem.ToString()), diagnostics.Select(Print));
        Assert.All(diagnostics, diagnostic => Assert.True(diagnostic.Location.SourceSpan.End <= text.Length));
    }

    [Theory]
    [InlineData(28591, "firsttry.yml(2,5): error FT0044: The byte 0xF6 is not UTF-8. Save the file as UTF-8.")]
    [InlineData(1200, "firsttry.yml(1,1): error FT0044: The file is UTF-16. Save it as UTF-8.")]
    [InlineData(65001, null)]
    public void Another_encoding_is_what_it_is_for_the_parser(int codePage, string? printed)
    {
        var file = new ConfigFile("checks:\n  größe: { run: x }\n", encoding: Encoding.GetEncoding(codePage));

        var (_, diagnostics) = Compiler.Compile("", file);

        Assert.Equal(printed ?? "firsttry.yml(2,3): error FT0030", diagnostics.Select(Print).Single()[..(printed ?? "firsttry.yml(2,3): error FT0030").Length]);
    }

    [Fact]
    public void An_error_cannot_be_switched_off()
    {
        var options = Compiler.Project().Options.WithSpecificDiagnosticOptions([new("FT0002", ReportDiagnostic.Suppress)]);

        Compiler.Driver(new ConfigFile(Example.Bad)).RunGeneratorsAndUpdateCompilation(Compiler.Project().WithOptions(options), out _, out var reported);

        Assert.Equal("FT0002", Assert.Single(reported).Id);
    }

    [Fact]
    public void The_span_in_the_text_is_the_name_that_is_wrong()
    {
        var (_, diagnostics) = Compiler.Compile(Example.Bad);

        var span = Assert.Single(diagnostics).Location.SourceSpan;
        Assert.Equal("mypy", Example.Bad.Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("checks: { ruff: { } }\nprofiles: { quick: { checks: [ruff] } }\nhooks: { pre-commit: quick }\n")]
    [InlineData("checks:\n  ruff: { run: x, bucket: fats }\nprofiles:\n  quick:\n    checks: [ruff]\nhooks:\n  pre-commit: { checks: [ruff] }\n{a:#b")]
    [InlineData("checks: { other: { run: &a x, needs: [ruff] }, ruff: { } }\nprofiles: { quick: { checks: [ruff] } }\nhooks: { pre-commit: quick }\n")]
    [InlineData("checks: { ruff: { run: [x, &a y] }, other: *a }\nprofiles: { quick: { checks: [none] } }\nhooks: { pre-commit: quick }\n")]
    public void Code_that_uses_the_members_brings_no_further_error(string config)
    {
        const string Code = "static class Code { static object[] All => [FirstTry.Checks.Ruff, FirstTry.Profiles.Quick, FirstTry.Hooks.PreCommit, FirstTry.Plans.Quick, FirstTry.HookPlans.PreCommit, FirstTry.FirstTryGraph.Graph]; }";

        var (compilation, diagnostics) = Compiler.Compile(config, Code);

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.StartsWith("FT", diagnostic.Id, StringComparison.Ordinal));
        Assert.Equal(Graph.CheckGraph.Empty, Compiler.Value<Graph.CheckGraph>(compilation, "FirstTryGraph", "Graph"));
    }

    [Theory]
    [InlineData("/a/firsttry.yml", "/a/firsttry.yaml", "Both 'firsttry.yml' and 'firsttry.yaml' are present")]
    [InlineData("/a/firsttry.yml", "/b/firsttry.yml", "Both '/a/firsttry.yml' and '/b/firsttry.yml' are present")]
    public void Two_configs_are_an_error(string one, string other, string message)
    {
        var (_, diagnostics) = Compiler.Compile("", new ConfigFile(Example.Small, one), new ConfigFile(Example.Small, other));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("FT0040", diagnostic.Id);
        Assert.Equal(other, diagnostic.Location.GetLineSpan().Path);
        Assert.StartsWith(message, diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_twice_counts_once()
    {
        var (_, diagnostics) = Compiler.Compile("", new ConfigFile(Example.Small, "/a/firsttry.yml"), new ConfigFile(Example.Small, "/a/firsttry.yml"));

        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Brackets_nested_a_hundred_thousand_deep_are_an_error_like_any_other()
    {
        var (_, diagnostics) = Compiler.Compile("checks: " + new string('[', 100_000));

        Assert.Equal("FT0022", Assert.Single(diagnostics).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_a_file_holds_it_compiles_or_says_why_not(int seed)
    {
        const string Pieces = "{}[]:,-&*!|>'\"%@`#? \n\t~<.0aA_\u00e9\ufeff\u2028";
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var text = Example.Small;
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var start = random.Next(text.Length);
                text = text.Remove(start, Math.Min(random.Next(4), text.Length - start)).Insert(start, Pieces[random.Next(Pieces.Length)].ToString());
            }

            var (_, diagnostics) = Compiler.Compile(text, "static class Code { static object Graph => FirstTry.FirstTryGraph.Graph; }");

            Assert.True(diagnostics.All(diagnostic => diagnostic.Id.StartsWith("FT", StringComparison.Ordinal)), $"{text}\n---\n{string.Join('\n', diagnostics)}");
        }
    }

    private static string Print(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var severity = diagnostic.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {severity} {diagnostic.Id}: {diagnostic.GetMessage(null)}";
    }

    // Fails on any diagnostic that is not named, of the generator and of the compiler.
    private static Task Verify(string config, params DiagnosticResult[] expected)
    {
        var test = new CSharpSourceGeneratorTest<FirstTryGenerator, DefaultVerifier>
        {
            // The package would download reference assemblies otherwise.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            TestState = { Sources = { "" }, AdditionalFiles = { ("firsttry.yml", config) } },
        };
        test.TestState.AdditionalReferences.AddRange(Compiler.References);
        test.TestState.GeneratedSources.Add((typeof(FirstTryGenerator), "FirstTryGraph.g.cs", Compiler.Emit(config)));
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
