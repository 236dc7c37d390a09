using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FirstTry.Generators.Tests;

public sealed class ChecksWrittenInCSharp
{
    private const string Config = "checks: { no-todo: { uses: no-todo, files: \"*.cs\" } }\nprofiles: { quick: { checks: [no-todo] } }\n";

    private const string Code = """
        using System.Collections.Generic;
        using System.Threading;
        using FirstTry.Graph.Authoring;

        namespace Ours
        {
            internal static class Todo
            {
                [Check("no-todo")]
                internal static IEnumerable<Finding> InCode(IReadOnlyList<CheckedFile> files) => [];

                internal static class Inner
                {
                    [Check("patient")]
                    public static List<Finding>? @Event(IEnumerable<CheckedFile> files, CancellationToken cancellation) => null;
                }
            }
        }
        """;

    [Fact]
    public void The_graph_has_the_check_as_a_member()
    {
        var (compilation, diagnostics) = Compiler.Compile("static class Use { static object A => FirstTry.Checks.NoTodo; }", new ConfigFile(Config), Source(Code));

        Assert.Empty(diagnostics);
        Assert.True(Compiler.Value<Graph.Check>(compilation, "Checks", "NoTodo").Uses!.IsCode);
        Assert.Equal("no-todo", Assert.Single(Compiler.Value<Graph.CheckReferences>(compilation, "Plans", "Quick")).Name);
    }

    [Fact]
    public void A_runner_gets_the_methods_to_call()
    {
        var result = Compiler.Driver(new RunnerOptions(), new ConfigFile(Config), Source(Code)).RunGenerators(Project(Code)).GetRunResult().Results[0];

        var entry = result.GeneratedSources.Single(source => source.HintName == "FirstTryRunner.g.cs").SourceText.ToString();
        Assert.Empty(result.Diagnostics);
        Assert.Contains("CodeCheck(\"no-todo\", \"Todo.InCode\", static (files, cancellation) => global::Ours.Todo.@InCode(files)),\n", entry, StringComparison.Ordinal);
        Assert.Contains("CodeCheck(\"patient\", \"Inner.Event\", static (files, cancellation) => global::Ours.Todo.Inner.@Event(files, cancellation)));\n", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_source_has_is_an_error_at_its_place()
    {
        var (_, diagnostics) = Compiler.Compile("", new ConfigFile(Config, "/repo/firsttry.yml"), Source(Code, "/elsewhere/checks/Todo.cs"));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("FT0008", 27), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public void A_name_that_is_taken_is_an_error_in_the_source()
    {
        var (_, diagnostics) = Compiler.Compile("", new ConfigFile(Config), Source(Code), Source(Code, "checks/Zwei.cs"));

        Assert.Equal(["FT0046", "FT0046"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(diagnostics, diagnostic => Assert.Equal("checks/Zwei.cs", diagnostic.Location.GetLineSpan().Path));
        var span = diagnostics[0].Location.SourceSpan;
        Assert.Equal("\"no-todo\"", Code.Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("public IEnumerable<Finding> {|M|}(IReadOnlyList<CheckedFile> files) => [];", "is not static")]
    [InlineData("public static IEnumerable<Finding> {|M|}<T>(IReadOnlyList<CheckedFile> files) => [];", "is generic")]
    [InlineData("private static IEnumerable<Finding> {|M|}(IReadOnlyList<CheckedFile> files) => [];", "cannot be called from outside")]
    [InlineData("public static IEnumerable<Finding> {|M|}() => [];", "does not take the files")]
    [InlineData("public static IEnumerable<Finding> {|M|}(string file) => [];", "does not take the files")]
    [InlineData("public static IEnumerable<Finding> {|M|}(in IReadOnlyList<CheckedFile> files) => [];", "does not take the files")]
    [InlineData("public static IEnumerable<Finding> {|M|}(IReadOnlyList<CheckedFile> files, int count) => [];", "does not take the files")]
    [InlineData("public static bool {|M|}(IReadOnlyList<CheckedFile> files) => true;", "returns 'bool', and not findings")]
    [InlineData("public static IEnumerable<string> {|M|}(IReadOnlyList<CheckedFile> files) => [];", "returns 'IEnumerable<string>', and not findings")]
    public void Another_shape_is_an_error_at_the_method(string method, string reason)
    {
        var start = method.IndexOf("{|", StringComparison.Ordinal);
        var code = "using System.Collections.Generic;\nusing FirstTry.Graph.Authoring;\npublic class A {\n[Check(\"odd\")]\n" + method.Replace("{|", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal) + "\n}\n";

        var (_, diagnostics) = CompileAlone(code);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("FT0047", diagnostic.Id);
        Assert.StartsWith($"[Check(\"odd\")]: 'A.M' {reason}", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal((4, start), (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("@\"odd\"")]
    [InlineData("\"o\" + \"dd\"")]
    [InlineData("\"o\\u0064d\"")]
    public void A_name_that_is_not_plain_text_is_an_error_at_the_attribute(string name)
    {
        var code = $"using System.Collections.Generic;\nusing FirstTry.Graph.Authoring;\npublic class A {{\npublic const string Name = \"odd\";\n[Check({name})]\npublic static IEnumerable<Finding> M(IReadOnlyList<CheckedFile> files) => [];\n}}\n";

        var (_, diagnostics) = CompileAlone(code);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("FT0047", 4), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.StartsWith("[Check]: give the name of 'A.M' as plain text in quotes", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_within_a_private_or_generic_one_is_an_error()
    {
        var code = Code.Replace("internal static class Inner", "private static class Inner", StringComparison.Ordinal).Replace("class Todo", "class Todo<T>", StringComparison.Ordinal);

        var (_, diagnostics) = CompileAlone(code);

        Assert.Equal(["FT0047", "FT0047"], diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void The_manual_prints_what_the_compiler_says()
    {
        var section = SourceTree.Read("docs/problems.md").Split("\n## FT0047\n")[1];
        var examples = section.Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]).ToList();
        var printed = section.Split("```text\n")[1].Split("\n```")[0];

        var (_, diagnostics) = CompileAlone(examples[0]);
        var diagnostic = Assert.Single(diagnostics);
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;

        Assert.Equal(printed, $"checks/Todo.cs({place.Line + 1},{place.Character + 1}): error {diagnostic.Id}: {diagnostic.GetMessage(null)}");
        Assert.Empty(CompileAlone(examples[1]).Diagnostics);
    }

    [Fact]
    public void The_example_of_the_manual_compiles()
    {
        var page = SourceTree.Read("docs/code-checks.md");

        var (_, diagnostics) = CompileAlone(page.Split("```csharp\n")[1].Split("```")[0]);

        Assert.Empty(diagnostics);
    }

    [Fact]
    public void An_edit_elsewhere_leaves_the_steps_cached_and_no_step_holds_on_to_the_compilation()
    {
        var project = Project(Code);
        var driver = Compiler.Driver(new RunnerOptions(), new ConfigFile(Config), Source(Code)).RunGenerators(project);

        var result = driver.RunGenerators(project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;"))).GetRunResult().Results[0];

        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        IEnumerable<string> names = [TrackingNames.Code, TrackingNames.Methods, TrackingNames.Checks];
        foreach (var value in names.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs).SelectMany(output => Reachable.From(output.Value)))
        {
            Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree, value.GetType().ToString());
        }
    }

    [Fact]
    public void An_edit_of_its_body_leaves_the_entry_of_a_runner()
    {
        var project = Project(Code);
        var driver = Compiler.Driver(new RunnerOptions(), new ConfigFile(Config), Source(Code)).RunGenerators(project);
        var edited = project.ReplaceSyntaxTree(project.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Code.Replace("=> [];", "=> [new(\"a\", 1, \"b\")];", StringComparison.Ordinal), path: "Code.cs"));

        var result = driver.RunGenerators(edited).GetRunResult().Results[0];

        Assert.Equal(IncrementalStepRunReason.Cached, result.TrackedSteps[TrackingNames.Checks].Single().Outputs.Single().Reason);
    }

    private static (CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) CompileAlone(string code) => Compiler.Compile(code, Array.Empty<AdditionalText>());

    private static ConfigFile Source(string text, string path = "checks/Todo.cs") => new(text, path);

    private static CSharpCompilation Project(string code) => Compiler.Project(code);
}
