using System;
using System.Linq;
using System.Runtime.Versioning;

namespace FirstTry.Cli.Tests.Init;

public sealed class Starter_configs
{
    private static readonly (string Path, string Content)[] Pieces =
    [
        (".editorconfig", "[*]\ntrim_trailing_whitespace = true\ninsert_final_newline = true\n[*.md]\ntrim_trailing_whitespace = false\n"),
        ("setup.cfg", "[flake8]\n[mypy]\n[tool:pytest]\n"),
        ("pkg/a.py", ""),
        ("api/pyproject.toml", "[tool.ruff]\n[tool.black]\n"),
        ("api/a.py", ""),
        ("web/package.json", """{"scripts":{"test":"vitest","lint":"biome lint"},"devDependencies":{"typescript":"5"}}"""),
        ("web/tsconfig.json", "{}"),
        ("App.sln", ""),
        ("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"/>"),
        ("go.mod", ""),
        ("Cargo.toml", ""),
        (".shellcheckrc", ""),
        ("run.sh", ""),
    ];

    public static TheoryData<int> Combinations => [.. Enumerable.Range(0, 1 << 13).Where(bits => int.PopCount(bits) is 0 or 1 or 2 or 13 || bits % 211 == 0)];

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Every_mixture_gives_a_config_without_problems(int bits)
    {
        using var repo = Repo.Create($"mixture-{bits}");
        for (var i = 0; i < Pieces.Length; i++)
        {
            _ = (bits & (1 << i)) == 0 ? repo : repo.With(Pieces[i].Path, Pieces[i].Content);
        }

        var graph = repo.Graph();

        Assert.NotNull(graph.FindHook("pre-commit"));
        Assert.NotNull(graph.FindHook("pre-push"));
        Assert.Equal(graph.Checks.Count, graph.FindProfile("full")!.Checks.Count);
    }

    [Fact]
    public void A_plain_repository_gets_what_never_disagrees_with_anybody()
    {
        using var repo = Repo.Create();

        var graph = repo.Graph();

        Assert.Equal(["merge-conflict", "private-key", "large-files", "case-conflict"], graph.Checks.Select(check => check.Name));
        Assert.StartsWith("# yaml-language-server: $schema=./firsttry.schema.json\n", repo.Render(), StringComparison.Ordinal);
        Assert.DoesNotContain("Found here", repo.Render(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_mixed_repository_reads_like_this()
    {
        using var repo = Repo.Create()
            .With(".editorconfig", "[*]\ntrim_trailing_whitespace = true\n[*.md]\ntrim_trailing_whitespace = false\n")
            .With("web/package.json", """{"scripts":{"test":"vitest"}}""")
            .With("A.sln").With("B.sln").With("T/T.csproj", "xunit");

        Assert.Equal(
            """
            # yaml-language-server: $schema=./firsttry.schema.json
            # What is checked before a commit and before a push. With an editor that knows YAML schemas, every key
            # is completed and explained. `firsttry run` checks what you changed, `firsttry list` shows what there is.
            # Found here: Node in 'web', .NET.
            version: 1

            checks:
              merge-conflict:
                uses: merge-conflict
                description: "No marks of an unfinished merge"
              private-key:
                uses: private-key
                description: "No private keys"
              large-files:
                uses: large-files
                description: "No file above 500 KB"
              case-conflict:
                uses: case-conflict
                description: "No names that are one file on Windows and macOS"
              trailing-whitespace:
                uses: trailing-whitespace
                description: "No white space at the ends of lines, as .editorconfig says"
                exclude: ["*.md"]
              web-test:
                uses: npm-test
                description: "The test script of package.json"
                root: web
              build:
                uses: dotnet-build
                description: "The solution builds"
                with: { paths: [A.sln] }
              test:
                uses: dotnet-test
                description: "Tests with dotnet test"
                with: { paths: [A.sln] }
                needs: [build]

            # A check of your own is a command. It gets the changed files that match as {files}:
            #   spelling:
            #     run: [codespell, "{files}"]
            #     files: "*.md"

            profiles:
              quick:
                checks: [merge-conflict, private-key, large-files, case-conflict, trailing-whitespace]
              full:
                extends: quick
                checks: [web-test, build, test]

            hooks:
              pre-commit: quick
              pre-push: full

            """,
            repo.Render());
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("it's: \"quoted\" #1")]
    [InlineData("- dash")]
    [InlineData("ünïcode")]
    [InlineData("{a}")]
    [InlineData("yes")]
    [InlineData("[id]")]
    [InlineData("&anchor")]
    [InlineData("{{ name }}")]
    [UnsupportedOSPlatform("windows")]
    public void An_odd_folder_is_quoted_right(string folder)
    {
        using var repo = Repo.Create("odd").With(folder + "/go.mod");

        var check = repo.Graph().Checks.Single(candidate => candidate.Uses!.Name == "go-test");

        Assert.Equal(folder, check.Root);
    }

    [Fact]
    public void Folders_that_clean_up_to_the_same_name_stay_apart()
    {
        using var repo = Repo.Create().With("a b/go.mod").With("a+b/go.mod");

        Assert.Equal(["a-b-go-test: go-test @ a b", "a-b-go-test-2: go-test @ a+b"], repo.Proposed());
    }

    [Fact]
    public void Foreign_and_nested_repositories_are_not_looked_into()
    {
        using var repo = Repo.Create()
            .With("node_modules/x/package.json", """{"scripts":{"test":"x"}}""")
            .With("vendor/y/go.mod")
            .With("sub/.git/HEAD", "ref: refs/heads/main\n").With("sub/.git/objects/x").With("sub/.git/refs/x")
            .With("sub/go.mod")
            .With(".hidden/Cargo.toml");

        Assert.Empty(repo.Proposed());
    }
}
