using System;
using System.Linq;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>Tools that an adapter or a built-in check runs look at what they looked at before. Each case is a shape that a published config has.</summary>
public sealed class Importing_known_tools
{
    [Theory]
    [InlineData("test:unit", true)]
    [InlineData("typecheck", true)]
    [InlineData("test:format", false)]
    [InlineData("test:eslint", false)]
    [InlineData("testimonials", false)]
    public void A_script_that_may_look_at_files_that_are_no_sources_is_not_skipped_for_them(string script, bool isTest) => Assert.Contains(
        isTest ? $"uses: npm-script\n    with: {{ script: {(script.Contains(':', StringComparison.Ordinal) ? $"\"{script}\"" : script)} }}" : $"run: [npm, run, {(script.Contains(':', StringComparison.Ordinal) ? $"\"{script}\"" : script)}]",
        Importing_without_weakening.Import("lefthook.yml", $"pre-push:\n  commands:\n    a:\n      run: npm run {script}\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "test": "jest" }""", "uses: npm-test")]
    [InlineData("""{ "test": "eslint . && jest", "lint": "prettier --check ." }""", "uses: npm-test")]
    [InlineData("""{ "test": "jest", "pretest": "prettier --check \"**/*.*\"" }""", "run: [npm, test]")]
    [InlineData("""{ "test": "run-s lint:* unit", "lint:text": "npm run words", "words": "node_modules/.bin/cspell ." }""", "run: [npm, test]")]
    public void Tests_that_look_at_any_file_are_not_skipped_for_those_that_are_no_sources(string scripts, string expected) => Assert.All(
        [(".husky/pre-push", "npm test\n"), ("lefthook.yml", "pre-push:\n  jobs:\n    - run: npm test\n"), (".pre-commit-config.yaml", "repos:\n  - repo: local\n    hooks: [{ id: a, entry: npm test, language: system, pass_filenames: false }]\n")],
        source => Assert.Contains(expected, Importing_without_weakening.Import(source, ("package.json", $"{{ \"scripts\": {scripts} }}")), StringComparison.Ordinal));

    [Theory]
    [InlineData("https://github.com/astral-sh/ruff-pre-commit", "ruff", "", "files: [\"*.py\", \"*.pyi\", \"*.ipynb\"]")]
    [InlineData("https://github.com/astral-sh/ruff-pre-commit", "ruff", ", types_or: [python, pyi]", "files: [\"*.py\", \"*.pyi\"]")]
    [InlineData("https://github.com/pre-commit/mirrors-clang-format", "clang-format", "", "\"*.cs\", \"*.csx\", \"*.cu\", \"*.cuh\", \"*.java\", \"*.js\"")]
    [InlineData("https://github.com/psf/black", "black", ", files: ^src/", "files: [\"src/**/*.py\", \"src/**/*.pyi\"]")]
    [InlineData("https://github.com/pycqa/flake8", "flake8", ", files: \\.(py|md|a-b)$", "files: [\"*.py\"]")]
    public void A_known_hook_takes_the_kinds_of_files_that_it_took(string repository, string id, string settings, string expected) => Assert.Contains(
        expected, Importing_without_weakening.Import(".pre-commit-config.yaml", $"repos:\n  - repo: {repository}\n    rev: v1\n    hooks: [{{ id: {id}{settings} }}]\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ruff-format", "--diff")]
    [InlineData("isort", "--check-only")]
    [InlineData("pyproject-fmt", "--check")]
    public void A_formatter_that_only_looks_changes_nothing(string id, string argument) => Assert.DoesNotContain(
        "    bucket: mutating", Importing_without_weakening.Import(".pre-commit-config.yaml", $"repos:\n  - repo: https://example.org/{id}\n    rev: v1\n    hooks: [{{ id: {id}, args: [{argument}] }}]\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("python-check-mock-methods", "assert mock.not_called()", "mock.assert_called_once_with(1)")]
    [InlineData("python-check-mock-methods", "mock.assert_called_once", "assert mock.called")]
    [InlineData("rst-inline-touching-normal", "a``b``", "a ``b`` c")]
    public void Expressions_of_pygrep_hooks_find_what_theirs_find(string id, string found, string passed)
    {
        using var repository = ForeignRepository.With("pygrep", ".pre-commit-config.yaml", $"repos:\n  - repo: https://github.com/pre-commit/pygrep-hooks\n    rev: v1\n    hooks: [{{ id: {id} }}]\n");
        var check = Assert.Single(ConfigParser.Parse(new ConfigSource("firsttry.yml", ImportRun.Of(repository.Root).Text)).Graph.Checks);
        var pattern = check.Uses!.With.Single(option => option.Name == "pattern").Values.Single();

        Assert.Matches(pattern, found);
        Assert.DoesNotMatch(pattern, passed);
    }
}
