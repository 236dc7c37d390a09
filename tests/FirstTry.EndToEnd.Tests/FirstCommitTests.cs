using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>The first commit after <c>init</c>: green in a sound project of any kind, and in an unsound one refused for what is truly wrong.</summary>
public sealed class FirstCommitTests
{
    [Theory]
    [InlineData("python", "a.py", "import os\n", "F401")]
    [InlineData("node", "web/a.js", "debugger;\n", "no-debugger")]
    [InlineData("dotnet", "app/A.cs", "<<<<<<< HEAD\nclass A;\n=======\nclass B;\n>>>>>>> other\n", "merge-conflict")]
    [InlineData("go", "tools/a.go", "<<<<<<< HEAD\npackage a\n=======\npackage b\n>>>>>>> other\n", "merge-conflict")]
    [InlineData("python node dotnet go", "web/a.js", "debugger;\n", "no-debugger")]
    public void Is_green_or_shows_true_findings(string kinds, string path, string bad, string words)
    {
        using var repository = Project(kinds);
        var init = repository.Firsttry("init");
        var validated = repository.Firsttry("validate");
        var sound = repository.Read(path);
        repository.Write(path, bad);
        var refused = Commit(repository);
        repository.Write(path, sound);
        var green = Commit(repository);

        Assert.True(init.ExitCode == 0, init.ToString());
        Assert.True(validated.ExitCode == 0, validated.ToString());
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains(words, refused.ToString(), StringComparison.Ordinal);
        Assert.True(green.ExitCode == 0, green.ToString());
        Assert.DoesNotContain("failed", green.ToString(), StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("python")]
    [InlineData("node")]
    [InlineData("go")]
    public void The_first_push_is_green_too(string kind)
    {
        using var repository = Project(kind);
        repository.Firsttry("init");
        Assert.Equal(0, Commit(repository).ExitCode);

        var push = repository.Firsttry("run", "pre-push", "--all-files");

        Assert.True(push.ExitCode == 0, push.ToString());
        Assert.Contains("test", push.Output, StringComparison.Ordinal);
    }

    private static CommandResult Commit(TemporaryRepository repository)
    {
        repository.Git("add", "--all");
        return repository.TryGit("commit", "-m", "first");
    }

    private static TemporaryRepository Project(string kinds)
    {
        var repository = TemporaryRepository.Create(test: "first-commit");
        repository.Environment["HOME"] = Environment.GetEnvironmentVariable("HOME");
        repository.Write(".gitignore", "node_modules\nbin/\nobj/\n__pycache__/\n.pytest_cache/\n");
        foreach (var kind in kinds.Split(' '))
        {
            switch (kind)
            {
                case "python": WritePython(repository); break;
                case "node": WriteNode(repository); break;
                case "dotnet": WriteDotnet(repository); break;
                default: WriteGo(repository); break;
            }
        }

        return repository;
    }

    private static void WritePython(TemporaryRepository repository)
    {
        repository.Write("setup.cfg", "[flake8]\nmax-line-length = 100\n\n[tool:pytest]\n");
        repository.Write("a.py", "x = 1\n");
        repository.Write("test_a.py", "from a import x\n\n\ndef test_x():\n    assert x == 1\n");
    }

    private static void WriteNode(TemporaryRepository repository)
    {
        repository.Write("web/package.json", """{ "name": "web", "type": "module", "scripts": { "test": "node --test" }, "devDependencies": { "eslint": "*" } }""");
        repository.Write("web/eslint.config.js", "export default [{ rules: { 'no-debugger': 'error' } }];\n");
        repository.Write("web/a.js", "export const a = 1;\n");
        repository.Write("web/a.test.js", "import test from 'node:test';\nimport { a } from './a.js';\ntest('a', () => { if (a !== 1) throw new Error('a'); });\n");
        Directory.CreateSymbolicLink(repository.PathOf("web/node_modules"), Path.Combine(Adapters.AdapterPage.Tools("node-tools"), "node_modules"));
    }

    private static void WriteDotnet(TemporaryRepository repository)
    {
        repository.Write("app/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        repository.Write("app/A.cs", "namespace App;\n\npublic static class A\n{\n    public static int One() => 1;\n}\n");
        repository.Write("app/.editorconfig", "root = true\n[*.cs]\nindent_style = space\nindent_size = 4\n");
    }

    private static void WriteGo(TemporaryRepository repository)
    {
        repository.Write("tools/go.mod", "module example.com/a\n\ngo 1.19\n");
        repository.Write("tools/a.go", "package a\n\nfunc One() int { return 1 }\n");
        repository.Write("tools/a_test.go", "package a\n\nimport \"testing\"\n\nfunc TestOne(t *testing.T) {\n\tif One() != 1 {\n\t\tt.Fatal(\"one is not one\")\n\t}\n}\n");
    }
}
