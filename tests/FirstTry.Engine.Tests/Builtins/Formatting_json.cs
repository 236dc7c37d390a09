using System;
using System.Text;

namespace FirstTry.Engine.Tests.Builtins;

public sealed class Formatting_json
{
    [Fact]
    public void A_file_gets_the_one_form_and_is_then_left_alone()
    {
        using var scene = BuiltinScene.Create().With("a.json", "{\"b\":[1.50,{}],\"a\":\"\\/\"}");

        var mending = scene.Run("json-format");
        var again = scene.Run("json-format");

        Assert.True(mending.Passed);
        Assert.Single(mending.ChangedFiles);
        Assert.Equal("{\n  \"a\": \"/\",\n  \"b\": [\n    1.50,\n    {}\n  ]\n}\n", scene.Read("a.json"));
        Assert.Equal("", again.Output);
    }

    [Fact]
    public void In_a_phase_that_only_looks_it_objects()
    {
        using var scene = BuiltinScene.Create().With("a.json", "{}");

        var outcome = scene.Run("json-format", context => context with { MayWrite = false });

        Assert.False(outcome.Passed);
        Assert.Equal("{}", scene.Read("a.json"));
    }

    [Theory]
    [InlineData("{\n\"a\": 1,\n\"\\u0061\": 2}", 3)]
    [InlineData("{\n// why\n}", 2)]
    [InlineData("", 1)]
    [InlineData("\u00e4", 1)]
    public void What_is_not_json_is_told_and_left_alone(string text, int line)
    {
        using var scene = BuiltinScene.Create().With("a.json", text);

        var outcome = scene.Run("json-format");

        Assert.False(outcome.Passed);
        Assert.StartsWith($"a.json:{line}: not formatted: ", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(text, scene.Read("a.json"));
    }

    [Theory]
    [InlineData("[", "]", 1000, true)]
    [InlineData("[", "]", 1002, false)]
    [InlineData("{\"a\":", "}", 200_000, false)]
    public void Nesting_is_bounded(string open, string close, int depth, bool isFine)
    {
        var text = new StringBuilder().Insert(0, open, depth).Append('1').Insert(open.Length * depth + 1, close, depth).ToString();
        using var scene = BuiltinScene.Create().With("a.json", text);

        Assert.Equal(isFine, scene.Run("json-format").Passed);
    }

    [Theory]
    [InlineData("indent", "wide")]
    [InlineData("indent", "41")]
    [InlineData("ascii", "perhaps")]
    public void An_option_that_cannot_be_is_refused(string option, string value)
    {
        using var scene = BuiltinScene.Create().With("a.json", "{}");

        Assert.Contains($"'{value}'", scene.Run("json-format", (option, value)).Output, StringComparison.Ordinal);
    }
}
