using System;
using System.Text;

namespace FirstTry.Config.Tests;

public sealed class Hostile_files
{
    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Three_hundred_thousand_levels_are_one_problem(string opening)
    {
        var text = "checks: " + (opening is "- " or "? " ? "\n  " : "") + new StringBuilder().Insert(0, opening, 300_000);

        var problem = Assert.Single(Configs.Parse(text).Problems);

        Assert.Equal("FT0022", problem.Id);
    }

    [Fact]
    public void An_alias_bomb_is_one_problem_at_the_alias_that_is_too_much()
    {
        var text = new StringBuilder("x0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append($"x{i}: &x{i} [");
            text.Insert(text.Length, $"*x{i - 1}, ", 8).Append($"*x{i - 1}]\n");
        }

        var problem = Assert.Single(Configs.Parse(text.ToString()).Problems);

        Assert.Equal("FT0024", problem.Id);
        Assert.Equal(6, problem.Span.Line);
    }

    [Fact]
    public void A_line_of_a_megabyte_is_read()
    {
        var graph = Configs.Graph("checks: { test: { run: 'true " + new string('x', 1_000_000) + "' } }");

        Assert.Equal(1_000_005, graph.Checks[0].Run!.Script!.Length);
    }

    [Fact]
    public void A_NUL_does_not_end_the_file_unseen()
    {
        var problem = Assert.Single(Configs.Parse("checks:\n  a: { run: x }\n\0\nnonsense: 1\n").Problems);

        Assert.Equal("FT0001", problem.Id);
        Assert.Equal((3, 1), (problem.Span.Line, problem.Span.Column));
    }

    [Fact]
    public void Ten_thousand_unknown_names_are_ten_thousand_problems()
    {
        var text = new StringBuilder("checks:\n");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append("  check").Append(i).Append(": { run: x, needs: [chekc").Append(i).Append("] }\n");
        }

        Assert.Equal(10_000, Configs.Parse(text.ToString()).Problems.Count);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_needs_is_resolved()
    {
        var text = new StringBuilder("checks:\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append("  c").Append(i).Append(": { run: x, needs: [c").Append(i + 1).Append("] }\n");
        }

        var graph = Configs.Graph(text.Append("  c100000: { run: x }\n").ToString());

        Assert.Equal("c1", graph.Checks[0].Needs[0].Name);
    }

    [Fact]
    public void A_hundred_thousand_checks_in_a_circle_are_one_short_problem()
    {
        var text = new StringBuilder("checks:\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append("  c").Append(i).Append(": { run: x, needs: [c").Append((i + 1) % 100_000).Append("] }\n");
        }

        var problem = Assert.Single(Configs.Parse(text.ToString()).Problems);

        Assert.Equal("FT0017", problem.Id);
        Assert.InRange(problem.Message.Length, 100, 400);
    }

    [Fact]
    public void Random_pieces_of_the_language_never_throw()
    {
        string[] pieces =
        [
            "checks", "run", "uses", "pytest", "with", "files", "needs", "skip", "only", "env", "hooks", "profiles", "pre-commit", "cache",
            "remote", "{files}", "'", "\"", "{", "}", "[", "]", ":", ": ", "\n", "\n  ", "\n    ", "- ", "? ", "&a ", "*a", "<<: ", "!x ", "| ",
            "> ", "#", "\t", "\r\n", "\r", "---\n", "...\n", "%YAML 1.2\n", "null", "true", "1", "0x1", "1.5", "~", ",", "\uFEFF", "\u2028",
            "\u0085", "\uD800", "\0", "..", "/", "\\", "@", "`", "é", "🙂", "tag:", "30s", "auto", "a", "b",
        ];
        var random = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(round % 2 == 0 ? "" : "checks:\n  a: { run: x, ");
            for (var i = random.Next(1, 40); i > 0; i--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            var result = Record.Exception(() => Configs.Parse(text.ToString(), round % 3 == 0 ? text.ToString() : null));

            Assert.True(result is null, $"{result}\n{text}");
        }
    }

    [Fact]
    public void Every_beginning_of_a_file_is_read_without_throwing()
    {
        const string text = """
            # yaml-language-server: $schema=x
            version: 1
            checks:
              a: &a { run: [x, "{files}"], files: ["*.py", '!b'], env: { A: "1" } }
              b: { <<: *a, skip: [{ branch: main }], timeout: 5m }
              c:
                run: |
                  one {files}
                files: >-
                  x
            hooks: { pre-commit: { checks: [a] } }
            """;

        for (var length = 0; length <= text.Length; length++)
        {
            var result = Configs.Parse(text.Substring(0, length));

            Assert.True(!result.HasErrors || ReferenceEquals(result.Graph, Graph.CheckGraph.Empty));
        }
    }
}
