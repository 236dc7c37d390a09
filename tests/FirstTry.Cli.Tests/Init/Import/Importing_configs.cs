using System;
using System.IO;
using System.Linq;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Cli.Tests.Init.Import;

public sealed class Importing_configs
{
    public static TheoryData<string> Cases =>
        [.. Directory.GetFiles(ForeignRepository.Corpus(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_imported_is_valid_and_as_approved(string name)
    {
        using var repository = ForeignRepository.Of(name);

        var (config, text) = ImportRun.Of(repository.Root);

        Assert.Empty(ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems);
        Snapshot.Match(text + "\n" + ImportTable.Render(config), "snapshots/" + name);
    }

    [Fact]
    public void Nothing_to_import_says_what_is_looked_for()
    {
        using var repository = ForeignRepository.With("nothing", "readme.md", "");

        var exception = Assert.Throws<UsageException>(() => ImportRun.Of(repository.Root));

        Assert.Contains(".pre-commit-config.yaml", exception.Message, StringComparison.Ordinal);
        Assert.Contains("task-runner.json", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lefthook.yml", "pre-commit: [", "lefthook.yml(")]
    [InlineData("lefthook.yml", "a: *nothing", "lefthook.yml(1,4)")]
    [InlineData("lefthook.toml", "[pre-commit]", "lefthook dump")]
    [InlineData(".husky/task-runner.json", "{", ".husky/task-runner.json(")]
    [InlineData(".pre-commit-config.yaml", "repos: []", "no check")]
    public void What_cannot_be_imported_is_refused_with_its_place(string path, string content, string expected)
    {
        using var repository = ForeignRepository.With("refused", path, content);

        var exception = Assert.Throws<UsageException>(() => ImportRun.Of(repository.Root));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deeply_nested_file_is_refused()
    {
        using var repository = ForeignRepository.With("nested", "lefthook.yml", new string('[', 5000));

        Assert.Throws<UsageException>(() => ImportRun.Of(repository.Root));
    }
}
