using System.Linq;
using System.Threading.Tasks;
using FirstTry.Graph;

namespace FirstTry.Schema.Tests;

public sealed class EditorsKnowTheLanguage(LanguageServer server) : IClassFixture<LanguageServer>
{
    [Fact]
    public async Task Inside_a_check_the_keys_of_a_check_are_offered()
    {
        await server.OpenAsync("inside-a-check", "checks:\n  ruff:\n    \n");

        var offered = await server.CompleteAsync("inside-a-check", 3, 5);

        Assert.Equal(["run", "uses", "with", "bucket"], offered.Take(4));
        string[] others = ["description", "files", "exclude", "inputs", "needs", "timeout", "env", "skip", "only", "tags"];
        Assert.All(others, key => Assert.Contains(key, offered));
        Assert.DoesNotContain("checks", offered);
    }

    [Fact]
    public async Task Beside_other_keys_the_missing_ones_are_offered()
    {
        await server.OpenAsync("beside", "checks:\n  ruff:\n    run: ruff check\n    b\n");

        var offered = await server.CompleteAsync("beside", 4, 6);

        Assert.Contains("bucket", offered);
        Assert.DoesNotContain("run", offered);
    }

    [Fact]
    public async Task After_bucket_the_three_buckets_are_offered()
    {
        await server.OpenAsync("after-bucket", "checks:\n  ruff:\n    run: ruff check\n    bucket: \n");

        var offered = await server.CompleteAsync("after-bucket", 4, 13);

        Assert.Equal(["fast", "mutating", "slow"], offered);
    }

    [Fact]
    public async Task After_uses_the_adapters_are_offered()
    {
        await server.OpenAsync("after-uses", "checks:\n  a:\n    uses: \n");

        var offered = await server.CompleteAsync("after-uses", 3, 11);

        Assert.Equal(AdapterCatalog.All.Select(adapter => adapter.Name).Order(), offered.Order());
    }

    [Fact]
    public async Task Below_with_the_options_of_the_adapter_are_offered()
    {
        var adapter = AdapterCatalog.All.First(candidate => candidate.Options.Count > 1 && candidate.Required.IsEmpty);
        await server.OpenAsync("below-with", $"checks:\n  a:\n    uses: {adapter.Name}\n    with:\n      \n");

        var offered = await server.CompleteAsync("below-with", 5, 7);

        Assert.Equal(adapter.Options.Where(option => option != "select").Order(), offered.Order());
    }

    [Fact]
    public async Task Below_hooks_the_hooks_of_git_are_offered()
    {
        await server.OpenAsync("below-hooks", "hooks:\n  \n");

        var offered = await server.CompleteAsync("below-hooks", 2, 3);

        Assert.Equal(HookNames.All.Order(), offered.Order());
    }

    [Theory]
    [InlineData("version", 1, 2, "The version of this language")]
    [InlineData("run", 4, 5, "The command of the check.")]
    [InlineData("files", 5, 6, "Which of the changed files the check is about")]
    [InlineData("bucket", 6, 7, "The phase of the check.")]
    [InlineData("hook", 8, 4, "Runs when git commit is about to commit what is staged")]
    public async Task The_description_of_a_key_is_shown(string key, int line, int column, string description)
    {
        var name = "hover-" + key;
        await server.OpenAsync(
            name,
            "version: 1\nchecks:\n  ruff:\n    run: ruff check {files}\n    files: \"*.py\"\n    bucket: fast\nhooks:\n  pre-commit: { checks: [ruff] }\n");

        var text = await server.HoverAsync(name, line, column);

        Assert.Contains(description, text, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_is_marked_where_it_stands()
    {
        var marked = await server.OpenAsync("unknown-key", "checks:\n  ruff:\n    run: ruff check\n    buckt: fast\n");

        Assert.Equal(["4:5 Property buckt is not allowed."], marked);
    }

    [Theory]
    [InlineData("example-of-the-manual")]
    [InlineData("all-keys-of-a-check")]
    [InlineData("merge-key")]
    public async Task A_valid_file_is_silent(string name)
    {
        var file = Corpus.Find($"valid/{name}");

        var marked = await server.OpenAsync(name, file.Text);

        Assert.Empty(marked);
    }
}
