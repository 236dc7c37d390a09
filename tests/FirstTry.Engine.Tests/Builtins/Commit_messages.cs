using System;
using System.IO;

namespace FirstTry.Engine.Tests.Builtins;

public sealed class Commit_messages
{
    [Theory]
    [InlineData("feat: add a thing")]
    [InlineData("fix(parser)!: read it\n\nWhy.\n")]
    [InlineData("\n# a comment\nFIX: read it\n# another\n\nWhy")]
    [InlineData("Merge branch 'topic'")]
    [InlineData("Revert \"feat: add\"\n\nThis reverts commit 1.")]
    [InlineData("fixup! whatever")]
    [InlineData("docs: say\n# ------------------------ >8 ------------------------\ndiff --git")]
    public void A_conventional_message_passes(string message) => Assert.Equal("", Judge(message));

    [Theory]
    [InlineData("add a thing", "must read")]
    [InlineData("feature: add", "'feature' is not one of the types")]
    [InlineData("feat:add", "after the colon")]
    [InlineData("feat: ", "after the colon")]
    [InlineData("feat(): add", "'()' is not a scope")]
    [InlineData("feat(a)(b): add", "is not a scope")]
    [InlineData("feat (a): add", "is not one of the types")]
    [InlineData("feat: add\nand more", "second line")]
    [InlineData("# only a comment\n", "empty")]
    public void Another_message_fails(string message, string objection) =>
        Assert.Contains(objection, Judge(message), StringComparison.Ordinal);

    [Fact]
    public void Types_and_scopes_can_be_named()
    {
        Assert.Equal("", Judge("task(api): do", ("types", "task"), ("scopes", "api")));
        Assert.Contains("not one of the types task", Judge("feat: do", ("types", "task")), StringComparison.Ordinal);
        Assert.Contains("not one of the scopes api, ui", Judge("feat(db): do", ("scopes", "api"), ("scopes", "ui")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_message_there_is_no_verdict_but_a_failure()
    {
        using var scene = BuiltinScene.Create();

        var none = scene.Run("conventional-commit");
        var gone = scene.Run("conventional-commit", context => context with { MessageFile = Path.Combine(scene.Root, "gone") });

        Assert.False(none.Passed);
        Assert.Contains("commit-msg", none.Output, StringComparison.Ordinal);
        Assert.False(gone.Passed);
    }

    private static string Judge(string message, params (string Name, string Value)[] options)
    {
        using var scene = BuiltinScene.Create("message");
        var file = Path.Combine(scene.Root, "MESSAGE");
        File.WriteAllText(file, message);

        var outcome = scene.Run("conventional-commit", context => context with { MessageFile = file }, options);

        Assert.Equal(outcome.Passed, outcome.Output.Length == 0);
        return outcome.Output;
    }
}
