using System;
using System.Text;

namespace FirstTry.Engine.Tests.Builtins;

public sealed class Checking_formats
{
    [Theory]
    [InlineData("{\"a\": [1, {\"a\": null}], \"b\": \"\\ud800\"}")]
    [InlineData("[{\"a\":1},{\"a\":1}]")]
    [InlineData("3")]
    public void Sound_json_passes(string text) => Passes("check-json", text);

    [Theory]
    [InlineData("{\n\"a\": 1,\n}", 3)]
    [InlineData("", 1)]
    [InlineData("{\n\"a\": 1, \"b\": 2,\n\"\\u0061\": 3}", 3)]
    [InlineData("// comment\n{}", 1)]
    [InlineData("{} {}", 1)]
    [InlineData("[NaN]", 1)]
    public void Broken_json_fails_at_its_line(string text, int line) => FailsAt("check-json", text, line);

    [Fact]
    public void Json_in_another_encoding_fails()
    {
        using var scene = BuiltinScene.Create().With("a", "\"\u00e4\"");

        Assert.Equal("a: not UTF-8, as JSON must be\n", scene.Run("check-json").Output);
    }

    [Theory]
    [InlineData("a: 1\nb: [1, 2]\n---\na: !custom {x: 1}\n")]
    [InlineData("base: &b {x: 1}\none:\n  <<: *b\n")]
    [InlineData("? {a: 1}\n: x\n? {a: 1}\n: y\n")]
    [InlineData("")]
    [InlineData("1: a\n\"1\": b\n")]
    [InlineData("- a: 1\n- a: 2\n")]
    public void Sound_yaml_passes(string text) => Passes("check-yaml", text);

    [Theory]
    [InlineData("a: 1\nb:\n - x\n  y\n: z: q\n", 0)]
    [InlineData("a: 1\nb: 2\na: 3\n", 3)]
    [InlineData("a: {b: 1, b: 2}\n", 1)]
    [InlineData("a: 1\nb: *nothing\n", 2)]
    [InlineData("a: [1\n", 0)]
    public void Broken_yaml_fails_at_its_line(string text, int line) => FailsAt("check-yaml", text, line);

    [Theory]
    [InlineData("check-yaml", "[", 200_000)]
    [InlineData("check-json", "[", 200_000)]
    [InlineData("check-xml", "<a>", 50_000)]
    [InlineData("check-toml", "a = [", 200_000)]
    [InlineData("check-toml", "a = {", 200_000)]
    public void Nesting_without_end_is_a_failure_and_not_a_crash(string check, string open, int depth)
    {
        using var scene = BuiltinScene.Create().With("a", new StringBuilder().Insert(0, open, depth).ToString());

        Assert.False(scene.Run(check).Passed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a = 1\r\n[b.c]\r\nd = [\r\n 1, # one\r\n]\r\n[[e]]\n[[e]]\n")]
    [InlineData("\"\\u00FC\" = 'x'\nt = 1979-05-27T07:32:00.9999999-07:00\n")]
    public void Sound_toml_passes(string text) => Passes("check-toml", text);

    [Theory]
    [InlineData("a = 1\nb =\n", 2)]
    [InlineData("a = 1\nb = 2\na = 3\n", 3)]
    [InlineData("[t]\na = 1\n\n[t]\nb = 1\n", 4)]
    [InlineData("a = 1\nb = [1, 2\n", 0)]
    [InlineData("a = \"\\", 0)]
    [InlineData("a = \"\\UFFFFFFFF\"", 0)]
    [InlineData("a = 1\0\n", 1)]
    [InlineData("a = 2024-13-45\n", 1)]
    public void Broken_toml_fails_at_its_line(string text, int line) => FailsAt("check-toml", text, line);

    [Theory]
    [InlineData("<a><b/>&lt;</a>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///nowhere.dtd\"><a/>")]
    public void Sound_xml_passes(string text) => Passes("check-xml", text);

    [Theory]
    [InlineData("<a>\n<b></a>", 2)]
    [InlineData("<a/>\n<b/>", 2)]
    [InlineData("", 0)]
    public void Broken_xml_fails_at_its_line(string text, int line) => FailsAt("check-xml", text, line);

    [Fact]
    public void Entities_that_multiply_are_stopped()
    {
        var text = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"xxxxxxxxxx\">");
        for (var i = 1; i < 12; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY e{i} \"").Insert(text.Length, $"&e{i - 1};", 10).Append("\">");
        }

        using var scene = BuiltinScene.Create().With("a", text.Append("]><a>&e11;</a>").ToString());

        Assert.False(scene.Run("check-xml").Passed);
    }

    private static void Passes(string check, string text)
    {
        using var scene = BuiltinScene.Create(check).With("a", text);

        var outcome = scene.Run(check);

        Assert.Equal("", outcome.Output);
        Assert.True(outcome.Passed);
    }

    private static void FailsAt(string check, string text, int line)
    {
        using var scene = BuiltinScene.Create(check).With("a", text);

        var outcome = scene.Run(check);

        Assert.False(outcome.Passed);
        Assert.StartsWith(line == 0 ? "a:" : $"a:{line}: ", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(outcome.ChangedFiles);
    }
}
