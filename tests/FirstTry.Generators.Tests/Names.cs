using System.Linq;
using FirstTry.Graph;

namespace FirstTry.Generators.Tests;

public sealed class Names
{
    [Theory]
    [InlineData("ruff", "Ruff")]
    [InlineData("pre-commit", "PreCommit")]
    [InlineData("npm_test.unit", "NpmTestUnit")]
    [InlineData("camelCase", "CamelCase")]
    [InlineData("class", "Class")]
    [InlineData("3d-models", "_3dModels")]
    [InlineData("_", "_")]
    [InlineData("checks", "Checks_2")]
    [InlineData("to-string", "ToString_2")]
    [InlineData("get_type", "GetType_2")]
    [InlineData("finalize", "Finalize_2")]
    public void A_check_gets_a_name_of_CSharp(string name, string identifier)
    {
        var (compilation, diagnostics) = Compiler.Compile($"checks: {{ {name}: {{ run: a }} }}");

        Assert.Empty(diagnostics);
        Assert.Equal(name, Compiler.Value<Check>(compilation, "Checks", identifier).Name);
    }

    [Fact]
    public void Names_that_would_be_the_same_are_numbered_in_the_order_of_the_file()
    {
        var (compilation, diagnostics) = Compiler.Compile("checks: { a.b: { run: a }, a-b: { run: a, needs: [A_B] }, A_B: { run: a }, ab: { run: a } }");

        Assert.Empty(diagnostics);
        Assert.Equal("a.b", Compiler.Value<Check>(compilation, "Checks", "AB").Name);
        Assert.Equal("a-b", Compiler.Value<Check>(compilation, "Checks", "AB_2").Name);
        Assert.Equal("A_B", Compiler.Value<Check>(compilation, "Checks", "AB_3").Name);
        Assert.Equal("ab", Compiler.Value<Check>(compilation, "Checks", "Ab").Name);
    }

    [Fact]
    public void Names_of_the_emitted_types_and_namespaces_do_no_harm()
    {
        string[] names = ["checks", "profiles", "hooks", "plans", "hook-plans", "FirstTryGraph", "graph", "first-try", "system", "check", "global", "string"];
        var checks = string.Join(", ", names.Select(name => $"{name}: {{ run: a, needs: [{(name == "graph" ? "" : "graph")}] }}"));
        var profiles = string.Join(", ", names.Select(name => $"{name}: {{ checks: [{string.Join(", ", names)}] }}"));

        var (compilation, diagnostics) = Compiler.Compile($"checks: {{ {checks} }}\nprofiles: {{ {profiles} }}\nhooks: {{ pre-commit: hooks }}\n");

        Assert.Empty(diagnostics);
        Assert.Equal(names.Length, Compiler.Value<CheckGraph>(compilation, "FirstTryGraph", "Graph").Profiles.Count);
    }
}
