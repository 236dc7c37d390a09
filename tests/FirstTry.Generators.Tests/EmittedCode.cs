using System.Linq;
using FirstTry.Testing;

namespace FirstTry.Generators.Tests;

public sealed class EmittedCode
{
    [Fact]
    public void The_example_of_the_manual_becomes_this() => Snapshot.Match(Compiler.Emit(Example.OfTheManual), "Example");

    [Fact]
    public void A_check_with_every_key_becomes_this() =>
        Snapshot.Match(Compiler.Emit(SourceTree.ReadCorpus("valid/all-keys-of-a-check.yml")), "EveryKey");

    [Fact]
    public void A_config_with_errors_becomes_names_and_an_empty_graph() => Snapshot.Match(Compiler.Emit(Example.Bad), "Errors");

    [Fact]
    public void Lines_end_with_a_line_feed_also_when_those_of_the_config_do_not() =>
        Assert.DoesNotContain('\r', Compiler.Emit(Example.Small.Replace("\n", "\r\n", System.StringComparison.Ordinal)));

    [Fact]
    public void The_same_config_becomes_the_same_code_in_another_directory()
    {
        var (here, _) = Compiler.Compile("", new ConfigFile(Example.Small, "/here/firsttry.yml"));
        var (there, _) = Compiler.Compile("", new ConfigFile(Example.Small, "/there/firsttry.yaml"));

        Assert.Equal(here.SyntaxTrees.Last().ToString(), there.SyntaxTrees.Last().ToString());
    }

    [Fact]
    public void Without_a_config_there_is_no_code()
    {
        var (compilation, diagnostics) = Compiler.Compile("", new ConfigFile(Example.Small, "other.yml"));

        Assert.Empty(diagnostics);
        Assert.Single(compilation.SyntaxTrees);
    }

    [Fact]
    public void The_personal_file_is_not_compiled()
    {
        var personal = new ConfigFile("checks: { mine: { run: 'true' } }", "firsttry.local.yml");

        var (compilation, diagnostics) = Compiler.Compile("", new ConfigFile(Example.Small), personal);

        Assert.Empty(diagnostics);
        Assert.Null(Compiler.Value<Graph.CheckGraph>(compilation, "FirstTryGraph", "Graph").FindCheck("mine"));
    }
}
