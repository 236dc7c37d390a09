using System;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>Somebody who comes from another tool: the import writes a config that validates, the hooks run it, and what the other tool refused is refused.</summary>
public sealed class ImportTests
{
    [Fact]
    public void The_config_of_pre_commit()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(".pre-commit-config.yaml", """
            repos:
              - repo: https://github.com/pre-commit/pre-commit-hooks
                rev: v5.0.0
                hooks:
                  - id: trailing-whitespace
                  - id: check-yaml
                  - id: pretty-format-json
                    args: [--autofix, --no-sort-keys]
              - repo: local
                hooks:
                  - id: no-fixme
                    name: no fixme
                    entry: sh -c '! grep -n FIXME "$@"' --
                    language: system
                    files: \.txt$
            """);
        repository.Write("a.txt", "sound\n");
        repository.Write("a.json", "{\n  \"b\": 1,\n  \"a\": 2\n}\n");

        Imports(repository, "no-fixme");
        Commits(repository);
        Refuses(repository, "a.txt", "FIXME\n", "FIXME");
        Refuses(repository, "b.yaml", "a: [\n", "b.yaml");
        Mends(repository, "a.txt", "white  \n", "white\n");
        Mends(repository, "a.json", "{\"b\":1,\"a\":2}", "{\n  \"b\": 1,\n  \"a\": 2\n}\n");
    }

    [Fact]
    public void The_config_of_lefthook()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("lefthook.yml", """
            pre-commit:
              parallel: true
              commands:
                no-fixme:
                  glob: "*.txt"
                  run: "! grep -n FIXME {staged_files}"
                shout:
                  glob: "*.up"
                  run: sh shout.sh {staged_files}
                  stage_fixed: true
            commit-msg:
              jobs:
                - name: subject
                  run: grep -q '^[A-Z]' {1}
            """);
        repository.Write("shout.sh", "for file; do tr a-z A-Z < \"$file\" > \"$file.new\" && mv \"$file.new\" \"$file\"; done\n");
        repository.Write("a.txt", "sound\n");

        Imports(repository, "no-fixme");
        Commits(repository);
        Refuses(repository, "a.txt", "FIXME\n", "FIXME");
        Mends(repository, "b.up", "loud\n", "LOUD\n");
        repository.Write("c.txt", "c\n");
        repository.Git("add", "--all");
        Assert.NotEqual(0, repository.TryGit("commit", "-m", "small letters").ExitCode);
        Assert.Equal(0, repository.TryGit("commit", "-m", "Large letters").ExitCode);
    }

    [Fact]
    public void The_scripts_of_husky_with_lint_staged()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("package.json", """{ "private": true, "scripts": { "test": "node test.js" }, "lint-staged": { "*.txt": "node check.js" } }""");
        repository.Write(".husky/pre-commit", "npx lint-staged\nnpm test\n");
        repository.Write("check.js", "for (const file of process.argv.slice(2)) if (require('fs').readFileSync(file, 'utf8').includes('FIXME')) { console.log('FIXME in it'); process.exit(1) }\n");
        repository.Write("test.js", "\n");
        repository.Write("a.txt", "sound\n");

        Imports(repository, "check");
        Commits(repository);
        Refuses(repository, "a.txt", "FIXME\n", "FIXME in it");
        Refuses(repository, "test.js", "throw new Error('a test fails')\n", "a test fails");
    }

    [Fact]
    public void The_tasks_of_husky_net()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(".husky/task-runner.json", """
            {
              "tasks": [
                { "name": "no-fixme", "group": "pre-commit", "command": "sh", "args": ["check.sh", "${staged}"], "include": ["**/*.txt"] }
              ]
            }
            """);
        repository.Write(".husky/pre-commit", "#!/bin/sh\n. \"$(dirname \"$0\")/_/husky.sh\"\ndotnet husky run --group pre-commit\n");
        repository.Write("check.sh", "! grep -n FIXME \"$@\"\n");
        repository.Write("a.txt", "sound\n");

        Imports(repository, "no-fixme");
        Commits(repository);
        Refuses(repository, "a.txt", "FIXME\n", "FIXME");
    }

    [Fact]
    public void Programs_that_are_not_there_are_named_and_never_pass()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("lefthook.yml", "pre-commit:\n  jobs:\n    - run: no-such-program-of-anybody {staged_files}\n");

        var import = repository.Firsttry("init", "--import");
        repository.Git("add", "--all");
        var commit = repository.TryGit("commit", "-m", "The first one");

        Assert.Contains("not found here: no-such-program-of-anybody.", import.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, commit.ExitCode);
    }

    private static void Imports(TemporaryRepository repository, string named)
    {
        var import = repository.Firsttry("init", "--import");

        Assert.True(import.ExitCode == 0, import.ToString());
        Assert.Contains("mapped", import.Output, StringComparison.Ordinal);
        Assert.Contains(named, import.Output, StringComparison.Ordinal);
        Assert.Equal(0, repository.Firsttry("validate").ExitCode);
    }

    private static void Commits(TemporaryRepository repository)
    {
        repository.Git("add", "--all");
        var commit = repository.TryGit("commit", "-m", "The first one");

        Assert.True(commit.ExitCode == 0, commit.ToString());
    }

    private static void Refuses(TemporaryRepository repository, string path, string content, string words)
    {
        repository.Write(path, content);
        repository.Git("add", "--all");
        var commit = repository.TryGit("commit", "-m", "A bad one");

        Assert.True(commit.ExitCode != 0, commit.ToString());
        Assert.Contains(words, commit.ToString(), StringComparison.Ordinal);
        repository.Git("reset", "--quiet", "--hard");
    }

    private static void Mends(TemporaryRepository repository, string path, string content, string mended)
    {
        repository.Write(path, content);
        repository.Git("add", "--all");
        var commit = repository.TryGit("commit", "--allow-empty", "-m", "A mended one");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(mended, repository.Read(path));
        Assert.Equal(mended.TrimEnd('\n'), repository.Git("show", "HEAD:" + path));
    }
}
