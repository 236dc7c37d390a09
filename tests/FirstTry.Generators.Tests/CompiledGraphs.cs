using System.Collections.Generic;
using System.Linq;
using FirstTry.Config;
using FirstTry.Graph;
using Microsoft.CodeAnalysis;

namespace FirstTry.Generators.Tests;

public sealed class CompiledGraphs
{
    public static TheoryData<string> ValidFiles => [.. SourceTree.CorpusNames("valid")];

    [Theory]
    [MemberData(nameof(ValidFiles))]
    public void A_compiled_config_is_the_graph_that_the_parser_makes(string name)
    {
        var text = SourceTree.ReadCorpus(name);
        var parsed = ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Graph;

        var (compilation, diagnostics) = Compiler.Compile(text);

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
        var compiled = Compiler.Value<CheckGraph>(compilation, "FirstTryGraph", "Graph");
        Assert.Equal(parsed, compiled);
        Assert.Equal(Programs(parsed), Programs(compiled));
    }

    [Fact]
    public void Needs_are_references_to_the_checks_themselves()
    {
        var (compilation, diagnostics) = Compiler.Compile(Example.Small, "static class Code { static bool Test => FirstTry.Checks.Mypy.Needs[0] == FirstTry.Checks.Ruff; }");

        Assert.Empty(diagnostics);
        var graph = Compiler.Value<CheckGraph>(compilation, "FirstTryGraph", "Graph");
        Assert.Same(graph.FindCheck("ruff"), graph.FindCheck("mypy")!.Needs[0]);
        Assert.Same(graph.FindProfile("quick"), graph.FindHook("pre-commit")!.Profile);
    }

    [Fact]
    public void A_plan_is_ordered_by_bucket_then_profile_then_needs()
    {
        const string Config = """
            checks:
              late: { run: a, bucket: slow, needs: [later] }
              later: { run: a, bucket: slow }
              format: { uses: trailing-whitespace }
              second: { run: a, needs: [first, elsewhere] }
              first: { run: a }
              elsewhere: { run: a }
            profiles:
              all: { checks: [late, format, second, later, first] }
            hooks:
              pre-commit: all
              pre-push: { checks: [late, first] }
            """;

        var (compilation, _) = Compiler.Compile(Config);

        string[] expected = ["first", "second", "format", "later", "late"];
        Assert.Equal(expected, Names(Compiler.Value<CheckReferences>(compilation, "Plans", "All")));
        Assert.Equal(expected, Names(Compiler.Value<CheckReferences>(compilation, "HookPlans", "PreCommit")));
        Assert.Equal(["first", "late"], Names(Compiler.Value<CheckReferences>(compilation, "HookPlans", "PrePush")));
    }

    [Fact]
    public void A_chain_of_two_thousand_needs_compiles()
    {
        var lines = Enumerable.Range(0, 2_000).Select(i => $"  c{i}: {{ run: a, needs: [c{i + 1}] }}");

        var (compilation, diagnostics) = Compiler.Compile("checks:\n" + string.Join('\n', lines) + "\n  c2000: { run: a }\n");

        Assert.Empty(diagnostics);
        Assert.Equal(2_001, Compiler.Value<CheckGraph>(compilation, "FirstTryGraph", "Graph").Checks.Count);
    }

    [Theory]
    [InlineData("""quote " backslash \ brace {x} {{y}}""")]
    [InlineData("line\nfeed\r\nand\ttab")]
    [InlineData("\u2028 \u0085 \u00a0 \ud83d\ude00 \u0000 é")]
    [InlineData("*/ // #if </summary> $\"{1}\"")]
    public void Any_text_comes_through(string text)
    {
        var check = new Check("a") { Run = Command.Shell(text), Description = text };
        var graph = new CheckGraph { Checks = EquatableArray.Create(check) };

        var source = Emit.GraphEmitter.Emit(new Reading.GraphModel(graph, IsComplete: true));
        var compilation = Compiler.Project().AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source));

        Assert.Equal(graph, Compiler.Value<CheckGraph>(compilation, "FirstTryGraph", "Graph"));
    }

    private static IEnumerable<string> Names(CheckReferences checks) => checks.Select(check => check.Name);

    // Two globs are equal when their patterns are: what they were compiled to is compared here.
    private static List<byte[]> Programs(CheckGraph graph)
    {
        var programs = new List<byte[]>();
        foreach (var check in graph.Checks)
        {
            var conditions = check.Skip.Concat(check.Only).SelectMany(one => new[] { one.Branch, one.Ref, one.Paths });
            foreach (var globs in conditions.Concat([check.Files, check.Exclude, check.Inputs, check.ExtraInputs, check.Outputs]).OfType<GlobSet>())
            {
                programs.AddRange(globs.Including.Concat(globs.Excluding).Select(glob => glob.Program));
            }
        }

        return programs;
    }
}
