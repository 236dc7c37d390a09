using FirstTry.Graph;

namespace FirstTry.Config.Tests;

public sealed class Yaml_of_a_config
{
    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        Assert.Single(Configs.Graph("\uFEFFchecks: { a: { run: x } }").Checks);
        Assert.Equal("firsttry.yml(1,1): error FT0004: The file has an unknown key 'chekcs'. Did you mean 'checks'?", Configs.Problems("\uFEFFchekcs: {}")[0]);
    }

    [Fact]
    public void Windows_line_ends_move_no_position()
    {
        var problem = Assert.Single(Configs.Parse("# one\r\nchecks:\r\n  test: {}\r\n").Problems);

        Assert.Equal(new SourceSpan(3, 3, 3, 7), problem.Span);
    }

    [Fact]
    public void A_line_within_a_block_is_found_with_windows_line_ends()
    {
        var problem = Assert.Single(Configs.Parse("checks:\r\n  test:\r\n    files: x\r\n    run: |\r\n      a\r\n      b \"{files}\"\r\n").Problems);

        Assert.Equal(new SourceSpan(6, 10, 6, 17), problem.Span);
    }

    [Fact]
    public void An_alias_is_the_value_of_its_anchor()
    {
        var graph = Configs.Graph("checks:\n  a: { run: x, files: &python ['*.py'] }\n  b: { run: y, files: *python }\n");

        Assert.Equal(graph.Checks[0].Files, graph.Checks[1].Files);
    }

    [Fact]
    public void An_anchor_may_be_set_again()
    {
        var graph = Configs.Graph("checks:\n  a: { run: &x one, hint: *x, description: &x two }\n  b: { run: *x }\n");

        Assert.Equal(("one", "two"), (graph.Checks[0].Hint, graph.Checks[1].Run!.Script));
    }

    [Fact]
    public void The_anchor_that_starts_last_counts()
    {
        var graph = Configs.Graph("checks:\n  a: { run: &x [one, &x two], hint: *x }\n");

        Assert.Equal("two", graph.Checks[0].Hint);
    }

    [Fact]
    public void Merged_keys_give_way_to_those_of_the_map()
    {
        var graph = Configs.Graph("checks:\n  a: &a { run: x, timeout: 5m, hint: a }\n  b: { hint: b, <<: *a }\n");

        Assert.Equal(new Check("b") { Run = Command.Shell("x"), Timeout = new Duration(300_000), Hint = "b" }, graph.Checks[1]);
    }

    [Fact]
    public void Of_several_merged_maps_the_first_wins()
    {
        var graph = Configs.Graph("checks:\n  a: &a { run: a }\n  b: &b { run: b, hint: b }\n  c: { <<: [*a, *b, { cpus: 2 }] }\n");

        Assert.Equal(new Check("c") { Run = Command.Shell("a"), Hint = "b", Cpus = 2 }, graph.Checks[2]);
    }

    [Fact]
    public void A_merge_key_in_quotes_is_a_key()
    {
        Assert.Equal("FT0004", Assert.Single(Configs.Parse("checks: { a: { run: x, '<<': {} } }").Problems).Id);
    }

    [Fact]
    public void A_problem_of_an_aliased_value_is_told_once()
    {
        Assert.Single(Configs.Parse("checks:\n  a: { run: x, env: &e { A: 1 } }\nenv: *e\n").Problems, problem => problem.Message.Contains("Check"));
    }

    [Fact]
    public void Sixty_four_levels_are_allowed()
    {
        var result = Configs.Parse("checks: " + new string('[', 63) + new string(']', 63));

        Assert.Equal("FT0005", Assert.Single(result.Problems).Id);
    }

    [Fact]
    public void Markers_of_one_document_are_allowed()
    {
        Assert.Single(Configs.Graph("%YAML 1.2\n---\nchecks: { a: { run: x } }\n...\n").Checks);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0x1", true)]
    [InlineData("0o1", true)]
    [InlineData("1.0", true)]
    [InlineData("+1", true)]
    [InlineData("1e0", true)]
    [InlineData("1.5", false)]
    [InlineData("0b1", false)]
    [InlineData("1_0", false)]
    [InlineData(".inf", false)]
    [InlineData("1e400", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("true", false)]
    [InlineData("''", false)]
    public void Numbers_are_those_of_the_core_schema(string number, bool isOne)
    {
        Assert.Equal(isOne, !Configs.Parse("version: " + number).HasErrors);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("2026-01-02")]
    [InlineData("1:30")]
    [InlineData("1.2.3")]
    [InlineData("=")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("0x")]
    [InlineData("1e")]
    [InlineData("nullable")]
    [InlineData("'5'")]
    [InlineData("\"null\"")]
    public void Everything_else_is_text(string text)
    {
        Assert.Equal(text.Trim('\'', '"'), Configs.Graph("checks:\n  a: { run: x }\n  b:\n    run: x\n    hint: " + text).Checks[1].Hint);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("-0x1", false)]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("-1e+3")]
    [InlineData("-.Inf")]
    [InlineData(".NaN")]
    [InlineData("0o17")]
    [InlineData("TRUE")]
    public void Text_that_looks_like_something_else_needs_quotes(string text, bool needsQuotes = true)
    {
        Assert.Equal(needsQuotes, Configs.Parse("checks: { a: { run: x, hint: " + text + " } }").HasErrors);
    }

    [Fact]
    public void A_file_without_a_version_is_of_version_one()
    {
        Assert.Empty(Configs.Parse("checks: {}").Problems);
    }
}
