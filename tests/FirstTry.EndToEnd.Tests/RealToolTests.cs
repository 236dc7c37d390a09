using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>init, a bad commit, a good commit, with the tools that projects really use.</summary>
public sealed class RealToolTests
{
    [Fact]
    public void A_python_project_is_checked_by_the_tools_that_it_configures()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("setup.cfg", "[flake8]\nmax-line-length = 100\n\n[mypy]\nstrict = true\n\n[tool:pytest]\ntestpaths = tests\n");
        repository.Write("pyproject.toml", "[project]\nname = \"shop\"\nversion = \"1\"\n\n[tool.black]\nline-length = 100\n");
        repository.Write("shop/__init__.py", "");
        repository.Write("shop/prices.py", "def total(prices: list[int]) -> int:\n    return sum(prices)\n");
        repository.Write("tests/test_prices.py", "from shop.prices import total\n\n\ndef test_total() -> None:\n    assert total([1, 2]) == 3\n");
        repository.Write("conftest.py", "");
        repository.Write(".gitignore", "__pycache__/\n.mypy_cache/\n.pytest_cache/\n");

        var init = repository.Firsttry("init");

        Assert.True(init.ExitCode == 0, init.ToString());
        var config = repository.Read("firsttry.yml");
        Assert.All(["flake8", "black", "mypy", "pytest"], tool => Assert.Contains(tool, config, StringComparison.Ordinal));
        Commit(repository, "first", expected: 0);

        repository.Write("shop/prices.py", "import os\n\n\ndef total(prices: list[int]) -> int:\n    return sum(prices)\n");
        var bad = Commit(repository, "unused import", expected: 1);
        Assert.Contains("shop/prices.py:1:1: F401 'os' imported but unused", bad.Error, StringComparison.Ordinal);

        repository.Write("shop/prices.py", "def name() -> str:\n    return 'shop'\n\n\ndef total(prices: list[int]) -> int:\n    return sum(prices)\n");
        Commit(repository, "black mends it", expected: 0);
        Assert.StartsWith("def name() -> str:\n    return \"shop\"\n", repository.Git("show", "HEAD:shop/prices.py"), StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_push_of_a_python_project_runs_its_tests()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("pytest.ini", "[pytest]\n");
        repository.Write("test_sum.py", "def test_sum():\n    assert 1 + 1 == 3\n");
        repository.Write(".gitignore", "__pycache__/\n.pytest_cache/\n");
        var remote = Path.Combine(repository.Outside, "remote.git");
        repository.Git("init", "--quiet", "--bare", remote);
        repository.Git("remote", "add", "origin", remote);
        Assert.Equal(0, repository.Firsttry("init").ExitCode);
        Commit(repository, "a test that fails", expected: 0);

        var refused = repository.TryGit("push", "origin", "main");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("assert (1 + 1) == 3", refused.ToString(), StringComparison.Ordinal);

        repository.Write("test_sum.py", "def test_sum():\n    total = 1 + 1\n    assert total == 2\n");
        Commit(repository, "mended", expected: 0);

        var pushed = repository.TryGit("push", "origin", "main");

        Assert.True(pushed.ExitCode == 0, pushed.ToString());
    }

    [Fact]
    public void A_dotnet_solution_is_checked_by_its_sdk()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        repository.Write("App/Program.cs", "System.Console.WriteLine(\"hello\");\n");
        repository.Write(".gitignore", "bin/\nobj/\n");
        repository.Write(".editorconfig", "root = true\n[*.cs]\nindent_style = space\nindent_size = 4\n");
        UseDotnetFrom(repository);
        Assert.Equal(0, repository.Run("dotnet", ["new", "sln", "--format", "sln", "--name", "App"]).ExitCode);
        Assert.Equal(0, repository.Run("dotnet", ["sln", "add", "App/App.csproj"]).ExitCode);

        var init = repository.Firsttry("init");

        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.Contains("dotnet", repository.Read("firsttry.yml"), StringComparison.Ordinal);

        repository.Write("App/Program.cs", "System.Console.WriteLine(\"hello\")\n");
        repository.Git("add", "--all");
        var bad = repository.Firsttry("run", "pre-push", "--all-files");
        Assert.True(bad.ExitCode == 1, bad.ToString());
        Assert.Contains("error CS1002", bad.Output, StringComparison.Ordinal);

        repository.Write("App/Program.cs", "System.Console.WriteLine(\"hello\");\n");
        var good = repository.Firsttry("run", "pre-push", "--all-files");
        Assert.True(good.ExitCode == 0, good.ToString());
    }

    private static CommandResult Commit(TemporaryRepository repository, string message, int expected)
    {
        repository.Git("add", "--all");
        var commit = repository.TryGit("commit", "-m", message);
        Assert.True(commit.ExitCode == expected, commit.ToString());
        return commit;
    }

    // A home of its own would make the SDK greet, and look for packages and its first-run marks anew.
    private static void UseDotnetFrom(TemporaryRepository repository)
    {
        foreach (var (name, value) in new Dictionary<string, string?>
        {
            ["HOME"] = Environment.GetEnvironmentVariable("HOME"),
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        })
        {
            repository.Environment[name] = value;
        }
    }
}
