using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Adapters;

/// <summary>What the pages of pytest, mypy, ruff, flake8, black, shellcheck and clang-format show works with the real tools, which CI installs.</summary>
public sealed class The_examples_of_python_pages
{
    [Theory]
    [InlineData("mypy", "src/a.py", "x: int = 1\n", "x: int = \"\"\n", "Incompatible types")]
    [InlineData("flake8", "a.py", "x = 1\n", "import os\n", "F401")]
    [InlineData("black", "a.py", "x = 1\n", "x = ( 1 )\n", "fixed a.py")]
    [InlineData("shellcheck", "a.sh", "#!/bin/sh\necho\n", "#!/bin/sh\necho $1\n", "SC2086")]
    [InlineData("clang-format", "a.c", "int x;\n", "int   x;\n", "fixed a.c")]
    public void A_sound_file_passes_and_a_bad_one_is_told_or_mended(string adapter, string path, string good, string bad, string words)
    {
        using var page = AdapterPage.Open(adapter, nameof(A_sound_file_passes_and_a_bad_one_is_told_or_mended) + adapter);
        page.Repository.Write(path, good);
        page.Repository.CommitAll();

        var passed = page.Run();
        page.Repository.Write(path, bad);
        var told = page.Repository.Firsttry("run");

        Assert.True(passed.ExitCode == 0, passed.ToString());
        Assert.Contains(words, told.ToString(), StringComparison.Ordinal);
        Assert.True(page.Repository.Read(path) == good || told.ExitCode == 1, told.ToString());
    }

    [Fact]
    public void Ruff()
    {
        using var page = AdapterPage.Open("ruff", nameof(Ruff));
        PutRuffOnPath(page.Repository);
        page.Repository.Write("a b.py", "x = 1\n");
        page.Repository.CommitAll();

        var passed = page.Run();
        var again = page.Run();
        page.Repository.Write("ruff.toml", "");
        var configured = page.Run();
        page.Repository.Write("a b.py", "import os\n");
        var told = page.Repository.Firsttry("run");
        page.Repository.Write("firsttry.yml", page.Repository.Read("firsttry.yml") + "    bucket: mutating\n");
        var mended = page.Repository.Firsttry("run");

        Assert.True(passed.ExitCode == 0, passed.ToString());
        Assert.Contains("inputs unchanged", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("inputs unchanged", configured.Output, StringComparison.Ordinal);
        Assert.True(told.ExitCode == 1, told.ToString());
        Assert.Contains("F401", told.ToString(), StringComparison.Ordinal);
        Assert.True(mended.ExitCode == 0, mended.ToString());
        Assert.Equal("", page.Repository.Read("a b.py").Trim());
    }

    // The program where it is installed; otherwise its linter as its authors publish it for Node, behind a command line of the tests.
    private static void PutRuffOnPath(TemporaryRepository repository)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!;
        if (Array.Exists(path.Split(Path.PathSeparator), folder => File.Exists(Path.Combine(folder, "ruff"))))
        {
            return;
        }

        var modules = Path.Combine(AdapterPage.Tools("node-tools"), "node_modules");
        var script = Path.Combine(PublishedBinary.RepositoryRoot, "tests/node-tools/ruff.mjs");
        var program = Path.Combine(Directory.CreateDirectory(Path.Combine(repository.Outside, "programs")).FullName, "ruff");
        File.WriteAllText(program, $"#!/bin/sh\nRUFF_MODULES='{modules}' exec node '{script}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        repository.Environment["PATH"] = Path.GetDirectoryName(program) + Path.PathSeparator + path;
    }

    [Theory]
    [InlineData("flake8", "a.py", "x = 11\n", ".flake8", "[flake8]\nmax-line-length = 4\n", "E501")]
    [InlineData("mypy", "a.py", "def f(x): return x\n", "mypy.ini", "[mypy]\ndisallow_untyped_defs = True\n", "no-untyped-def")]
    [InlineData("shellcheck", "a.sh", "#!/bin/sh\necho \"$HOME\"\n", ".shellcheckrc", "enable=require-variable-braces\n", "SC2250")]
    [InlineData("clang-format", "a.c", "int x;\n", ".clang-format", "AlwaysBreakAfterReturnType: All\nColumnLimit: 3\nIndentWidth: 9\nBasedOnStyle: Nothing\n", "clang-format")]
    public void A_config_that_appears_above_the_root_of_a_check_counts(string adapter, string path, string content, string config, string strict, string words)
    {
        using var repository = TemporaryRepository.Create(test: "above" + adapter);
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n  it: {{ uses: {adapter}, root: deep/er, bucket: fast }}\nhooks: {{ pre-commit: {{ checks: [it] }} }}\n");
        repository.Write("deep/er/" + path, content);
        repository.CommitAll();

        var first = repository.Firsttry("run", "--all-files");
        var second = repository.Firsttry("run", "--all-files");
        var third = repository.Firsttry("run", "--all-files");
        repository.Write("deep/" + config, strict);
        var strictly = repository.Firsttry("run", "--all-files");

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Contains("inputs unchanged", second.Output + third.Output, StringComparison.Ordinal);
        Assert.True(IsTooOldToLookUp(adapter) || strictly.ExitCode == 1, strictly.ToString());
        Assert.DoesNotContain("inputs unchanged", strictly.Output, StringComparison.Ordinal);
        Assert.True(IsTooOldToLookUp(adapter) || strictly.ToString().Contains(words, StringComparison.Ordinal), strictly.ToString());
    }

    [Theory]
    [InlineData("pytest.ini", "[pytest]\naddopts = --no-such-option\n", true)]
    [InlineData(".pytest.ini", "[pytest]\naddopts = --no-such-option\n", true)]
    [InlineData("tox.ini", "[pytest]\naddopts = --no-such-option\n", true)]
    [InlineData("setup.cfg", "[tool:pytest]\naddopts = --no-such-option\n", true)]
    [InlineData("pyproject.toml", "[tool.pytest.ini_options]\naddopts = '--no-such-option'\n", true)]
    [InlineData("conftest.py", "raise RuntimeError('--no-such-option')\n", false)]
    [InlineData("pytest.toml", "[pytest]\n", false)]
    [InlineData(".pytest.toml", "[pytest]\n", false)]
    [InlineData("setup.py", "\n", false)]
    public void A_config_of_pytest_that_appears_counts_in_every_spelling_and_above_the_root_too(string config, string content, bool isReadAbove)
    {
        using var repository = TemporaryRepository.Create(test: "pytest" + config);
        repository.Write("firsttry.yml", "version: 1\nchecks:\n  it: { uses: pytest, root: deep/er }\nhooks: { pre-commit: { checks: [it] } }\n");
        repository.Write(".gitignore", "__pycache__/\n.pytest_cache/\n");
        repository.Write("deep/er/test_a.py", "def test_a():\n    pass\n");
        repository.CommitAll();

        var known = UntilRemembered(repository);
        repository.Write("deep/" + config, content);
        var above = repository.Firsttry("run", "--all-files");
        File.Move(repository.PathOf("deep/" + config), repository.PathOf("deep/er/" + config));
        var inside = repository.Firsttry("run", "--all-files");

        Assert.True(known.Output.Contains("inputs unchanged", StringComparison.Ordinal), known.ToString());
        Assert.DoesNotContain("inputs unchanged", above.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("inputs unchanged", inside.Output, StringComparison.Ordinal);
        Assert.True(!isReadAbove || above.ExitCode == 1, above.ToString());
        Assert.Equal(content.Contains("--no-such-option", StringComparison.Ordinal), inside.ExitCode == 1);
    }

    // The first runs make folders among their inputs, caches of byte code and of pytest, and are not remembered.
    private static CommandResult UntilRemembered(TemporaryRepository repository)
    {
        var result = repository.Firsttry("run", "--all-files");
        for (var i = 0; i < 8 && !result.Output.Contains("inputs unchanged", StringComparison.Ordinal); i++)
        {
            result = repository.Firsttry("run", "--all-files");
        }

        return result;
    }

    // Before 1.15, mypy looked in the working directory alone.
    private static bool IsTooOldToLookUp(string adapter) => adapter == "mypy";

    [Fact]
    public void Pytest_runs_what_a_change_reaches_and_misses_no_failure()
    {
        using var page = Shop(nameof(Pytest_runs_what_a_change_reaches_and_misses_no_failure));

        foreach (var module in (string[])["money", "prices", "stock"])
        {
            var sound = page.Repository.Read($"shop/{module}.py");
            page.Repository.Write($"shop/{module}.py", sound.Replace("return 1", "return 2", StringComparison.Ordinal));
            var narrowed = FailuresOf(page.Repository.Firsttry("run"));
            var full = FailuresOf(page.Run());
            page.Repository.Write($"shop/{module}.py", sound);

            Assert.NotEmpty(full);
            Assert.Equal(full, narrowed);
        }
    }

    [Fact]
    public void A_narrowed_pass_of_pytest_does_not_stand_in_for_all_tests()
    {
        using var page = Shop(nameof(A_narrowed_pass_of_pytest_does_not_stand_in_for_all_tests));
        page.Repository.Write("tests/test_other.py", "def test_other():\n    assert 1 == 2\n");
        page.Repository.CommitAll();
        page.Repository.Write("tests/test_stock.py", "def test_stock():\n    assert 2 == 2\n");

        var plan = page.Repository.Firsttry("plan");
        var narrowed = page.Repository.Firsttry("run");
        var full = page.Run();

        Assert.Contains("1 of 4 files of tests", plan.Output, StringComparison.Ordinal);
        Assert.True(narrowed.ExitCode == 0, narrowed.ToString());
        Assert.True(full.ExitCode == 1, full.ToString());
    }

    [Fact]
    public void Pytest_is_skipped_for_documents_and_where_there_are_no_tests()
    {
        using var page = Shop(nameof(Pytest_is_skipped_for_documents_and_where_there_are_no_tests));
        page.Repository.Write("README.md", "words\n");

        Assert.Contains("no test is reached by what changed", page.Repository.Firsttry("run").Output, StringComparison.Ordinal);
        foreach (var name in (string[])["money", "prices", "stock"])
        {
            page.Repository.Write($"tests/test_{name}.py", "");
        }

        var none = page.Run();
        Assert.True(none.ExitCode == 0, none.ToString());
        Assert.Contains("no tests collected", none.Output, StringComparison.Ordinal);
    }

    private static AdapterPage Shop(string test)
    {
        var page = AdapterPage.Open("pytest", test);
        page.Repository.Write(".gitignore", "__pycache__/\n.pytest_cache/\n");
        page.Repository.Write("conftest.py", "");
        page.Repository.Write("shop/__init__.py", "");
        page.Repository.Write("shop/money.py", "def one():\n    return 1\n");
        page.Repository.Write("shop/prices.py", "from .money import one\n\n\ndef price():\n    return 1 * one()\n");
        page.Repository.Write("shop/stock.py", "def stock():\n    return 1\n");
        page.Repository.Write("tests/test_money.py", "from shop.money import one\n\n\ndef test_money():\n    assert one() == 1\n");
        page.Repository.Write("tests/test_prices.py", "from shop import prices\n\n\ndef test_prices():\n    assert prices.price() == 1\n");
        page.Repository.Write("tests/test_stock.py", "import shop.stock\n\n\ndef test_stock():\n    assert shop.stock.stock() == 1\n");
        page.Repository.CommitAll();
        return page;
    }

    private static List<string> FailuresOf(CommandResult result) =>
        [.. result.ToString().Split('\n').Where(line => line.StartsWith("FAILED ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
