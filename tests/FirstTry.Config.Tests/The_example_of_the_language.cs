using System;
using FirstTry.Graph;

namespace FirstTry.Config.Tests;

public sealed class The_example_of_the_language
{
    private const string Text = """
        # yaml-language-server: $schema=./firsttry.schema.json
        version: 1

        workers: auto                 # auto = cores this process may use; or a number
        env: { PYTHONHASHSEED: "0" }  # for every check
        pass_env: [GITHUB_TOKEN]      # handed through and part of the fingerprint
        cache:
          salt: "1"                   # change it to disown every stored result
          remote:                     # optional, see cache.md
            url: https://cache.example.com/firsttry
            mode: read                # read | read-write
            token_env: FIRSTTRY_CACHE_TOKEN

        checks:
          ruff:
            run: ruff check {files}   # a string runs in sh; a list is argv, without a shell
            files: "**/*.py"          # which files are handed to {files}; no match: skipped, with that reason
            inputs: [pyproject.toml, ruff.toml]   # what else the verdict depends on; absent files count too
            bucket: fast
          black:
            run: [black, --quiet, "{files}"]
            files: "**/*.py"
            bucket: mutating
          mypy:
            run: mypy src
            inputs: ["src/**/*.py", mypy.ini]
            needs: [ruff]             # skipped, with the reason, when ruff did not pass
            bucket: slow
          unit:
            uses: pytest              # a smart adapter instead of `run`
            with: { paths: [tests] }
            needs: [mypy]
            bucket: slow
            timeout: 5m
          web:
            uses: npm-test
            root: web                 # working directory; files, inputs and outputs are relative to it
            bucket: slow
          whitespace:
            uses: trailing-whitespace # a built-in check: runs in this process
            bucket: mutating
          conventional:
            uses: conventional-commit # for commit-msg

        profiles:
          quick: { checks: [whitespace, ruff, black] }
          full:  { extends: quick, checks: [mypy, unit, web], fail_fast: never }

        hooks:
          pre-commit: quick
          pre-push: full
          commit-msg: { checks: [conventional] }   # an inline, unnamed profile
        """;

    [Fact]
    public void It_has_no_problem_but_the_warning_of_the_remote_cache()
    {
        var problem = Assert.Single(Configs.Parse(Text).Problems);

        Assert.Equal("FT0037", problem.Id);
        Assert.Equal(Severity.Warning, problem.Severity);
    }

    [Fact]
    public void Its_checks_are_in_the_order_of_the_file()
    {
        var names = Array.ConvertAll([.. Configs.Parse(Text).Graph.Checks], check => check.Name);

        Assert.Equal(["ruff", "black", "mypy", "unit", "web", "whitespace", "conventional"], names);
    }

    [Fact]
    public void Its_settings_are_read()
    {
        var graph = Configs.Parse(Text).Graph;

        Assert.Null(graph.Workers);
        Assert.Equal([new EnvironmentVariable("PYTHONHASHSEED", "0")], graph.Env);
        Assert.Equal(["GITHUB_TOKEN"], graph.PassEnv);
        Assert.Equal(new CacheSettings("1", new RemoteCache("https://cache.example.com/firsttry", false, "FIRSTTRY_CACHE_TOKEN")), graph.Cache);
    }

    [Fact]
    public void Its_needs_are_the_very_checks_of_the_graph()
    {
        var graph = Configs.Parse(Text).Graph;

        Assert.Same(graph.FindCheck("ruff"), graph.FindCheck("mypy")!.Needs[0]);
        Assert.Same(graph.FindCheck("mypy"), graph.FindCheck("unit")!.Needs[0]);
    }

    [Fact]
    public void A_profile_has_the_checks_that_it_extends_first()
    {
        var full = Configs.Parse(Text).Graph.FindProfile("full")!;

        Assert.Equal(["whitespace", "ruff", "black", "mypy", "unit", "web"], Array.ConvertAll([.. full.Checks], check => check.Name));
        Assert.Equal(FailFast.Never, full.FailFast);
    }

    [Fact]
    public void Its_hooks_have_their_profiles()
    {
        var graph = Configs.Parse(Text).Graph;

        Assert.Same(graph.FindProfile("quick"), graph.FindHook("pre-commit")!.Profile);
        Assert.Same(graph.FindProfile("full"), graph.FindHook("pre-push")!.Profile);
        Assert.Null(graph.FindHook("commit-msg")!.Profile.Name);
        Assert.Equal("conventional", graph.FindHook("commit-msg")!.Profile.Checks[0].Name);
    }
}
