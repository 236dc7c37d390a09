using System;
using System.Linq;
using System.Threading;
using FirstTry.Engine.Builtins;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Builtins;

/// <summary>The cases of names are those that pre-commit-hooks tests its check-illegal-windows-names with.</summary>
public sealed class Names_and_secrets
{
    private const string Random36 = "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2";

    [Theory]
    [InlineData("aux.txt")]
    [InlineData("aux")]
    [InlineData("AuX.tXt")]
    [InlineData("com7.dat")]
    [InlineData(":")]
    [InlineData("file:Zone.Identifier")]
    [InlineData("path/COM\u00B9.json")]
    [InlineData("dir/LPT\u00B3.toml")]
    [InlineData("with < less than")]
    [InlineData("Fast or Slow?.md")]
    [InlineData("with \"double\" quotes")]
    [InlineData("with_control\u0001byte")]
    [InlineData("ends_with.")]
    [InlineData("ends_with ")]
    [InlineData("ends_with\t")]
    [InlineData("dir/ends./with.txt")]
    [InlineData("dir/ends /with.txt")]
    public void A_name_that_windows_cannot_have_is_found(string path) => Assert.False(RunNames(path).Passed);

    [Theory]
    [InlineData("README.md")]
    [InlineData("foo.aux")]
    [InlineData("com.dat")]
    [InlineData(".python-version")]
    [InlineData(" pseudo nan")]
    [InlineData("!@#$%^&;=\u2264'~`\u00A1\u00BF\u20AC\uD83E\uDD17")]
    [InlineData("path.to/file.py")]
    public void A_name_that_windows_can_have_passes(string path) => Assert.True(RunNames(path).Passed);

    // Put together here, so that this file is no finding itself.
    public static TheoryData<string, string> Tokens => new()
    {
        { "AKIA" + "Q3EGZ7XM5PLK2WVB", "AWS" },
        { "ghp" + "_" + Random36, "GitHub" },
        { "github_pat" + "_" + Random36 + Random36, "GitHub" },
        { "glpat" + "-" + Random36, "GitLab" },
        { "xoxb" + "-123456789012-" + Random36, "Slack" },
        { "https://hooks.slack.com" + "/services/T0AB12CD3/B0EF45GH6/" + Random36, "Slack" },
        { "sk_live" + "_" + Random36, "Stripe" },
        { "AIza" + Random36[..35], "Google" },
        { "npm" + "_" + Random36, "npm" },
        { "sk-ant" + "-" + Random36 + Random36, "Anthropic" },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_token_is_found_with_its_kind_and_line_and_never_printed(string token, string kind)
    {
        using var scene = BuiltinScene.Create("token").With("a.env", $"one\n\nTOKEN=\"{token}\"\n");

        var outcome = scene.Run("secrets");

        Assert.False(outcome.Passed);
        Assert.StartsWith("a.env:3: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(kind, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(token[^20..], outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("AKIAXXXXXXXXXXXXXXXX")]
    [InlineData("ghp_short")]
    [InlineData("dapi and npm_install and hf_hub")]
    [InlineData("a_ghp_" + Random36)]
    [InlineData("sk_live_")]
    public void What_only_looks_like_a_token_passes(string text)
    {
        using var scene = BuiltinScene.Create("placeholder").With("a", text + "\n");

        Assert.True(scene.Run("secrets").Passed);
    }

    [Fact]
    public void Every_token_of_a_file_is_found()
    {
        using var scene = BuiltinScene.Create().With("a", string.Join('\n', Tokens.Select(row => row[0])));

        Assert.Equal(Tokens.Count, scene.Run("secrets").Output.Count(character => character == '\n'));
    }

    private static BuiltinOutcome RunNames(string path)
    {
        var context = new BuiltinContext("/nowhere", [RepoPath.FromText(path)], [], null, null, CancellationToken.None);
        return BuiltinCatalog.Find("illegal-names")!.Run(context);
    }
}
