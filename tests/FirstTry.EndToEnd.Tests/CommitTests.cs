using System;
using System.IO;
using System.Runtime.CompilerServices;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>The whole way: install, commit, push, with real git and the published binary.</summary>
public sealed class CommitTests
{
    private const string Config = """
        version: 1
        checks:
          no-fixme:
            run: "! grep -Hn FIXME {files}"
            files: "*.py"
            hint: Mend it or file it.
          slow-one:
            run: echo slow >> ../slow.log
            bucket: slow
        profiles:
          quick: { checks: [no-fixme] }
          full: { extends: quick, checks: [slow-one] }
        hooks:
          pre-commit: quick
          pre-push: full
        """;

    [Fact]
    public void A_bad_commit_is_stopped_with_the_tools_own_output_and_the_mended_one_passes()
    {
        using var repository = WithHooks(Config);
        repository.Write("app.py", "x = 1  # FIXME\n");
        repository.Git("add", "--all");

        var bad = repository.TryGit("commit", "-m", "bad");

        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("app.py:1:x = 1  # FIXME", bad.Error, StringComparison.Ordinal);
        Assert.Contains("Mend it or file it.", bad.Error, StringComparison.Ordinal);
        Assert.Contains("firsttry run --check no-fixme", bad.Error, StringComparison.Ordinal);
        Assert.Equal(1, repository.TryGit("rev-parse", "--verify", "--quiet", "HEAD^{commit}").ExitCode);

        repository.Write("app.py", "x = 1\n");
        repository.Git("add", "--all");

        var good = repository.TryGit("commit", "-m", "good");

        Assert.True(good.ExitCode == 0, good.ToString());
        Assert.Equal("good", repository.Git("log", "-1", "--format=%s"));
    }

    [Fact]
    public void A_push_runs_the_checks_of_pre_push_on_what_it_adds()
    {
        using var repository = WithHooks(Config);
        var remote = Path.Combine(repository.Outside, "remote.git");
        repository.Git("init", "--quiet", "--bare", remote);
        repository.Git("remote", "add", "origin", remote);
        repository.Write("app.py", "x = 1\n");
        repository.CommitAll();

        var push = repository.TryGit("push", "origin", "main");

        Assert.True(push.ExitCode == 0, push.ToString());
        Assert.True(File.Exists(Path.Combine(repository.Outside, "slow.log")), push.ToString());

        repository.Write("app.py", "x = 1  # FIXME\n");
        repository.CommitAll("bad");

        var refused = repository.TryGit("push", "origin", "main");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("app.py:1:x = 1  # FIXME", refused.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(repository.Git("rev-parse", "main"), repository.Git("ls-remote", "origin", "main").Split('\t')[0]);
    }

    [Fact]
    public void A_fix_goes_into_the_commit()
    {
        using var repository = WithHooks("""
            version: 1
            checks:
              upper:
                run: [sh, -c, 'for f in "$@"; do tr a-z A-Z <"$f" >"$f.new" && mv "$f.new" "$f"; done', sh, "{files}"]
                files: "*.txt"
                bucket: mutating
            profiles:
              quick: { checks: [upper] }
            hooks:
              pre-commit: quick
            """);
        repository.Write("a.txt", "hello\n");
        repository.Git("add", "--all");

        var commit = repository.TryGit("commit", "-m", "fixed");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal("HELLO", repository.Git("show", "HEAD:a.txt"));
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Theory]
    [InlineData("commit", "-a", "-m", "fixed")]
    [InlineData("commit", "-m", "fixed", "a.txt")]
    public void A_fix_goes_into_a_commit_that_names_its_files(params string[] commit)
    {
        using var repository = WithHooks("""
            version: 1
            checks:
              upper:
                run: "for f in {files}; do tr a-z A-Z <$f >$f.new && mv $f.new $f; done"
                files: "*.txt"
                bucket: mutating
            profiles:
              quick: { checks: [upper] }
            hooks:
              pre-commit: quick
            """);
        repository.Write("a.txt", "one\n");
        repository.CommitAll();
        repository.Write("a.txt", "two\n");

        var result = repository.TryGit(commit);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("TWO", repository.Git("show", "HEAD:a.txt"));
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_fix_that_touches_unstaged_lines_stops_the_commit_and_loses_nothing()
    {
        using var repository = WithHooks("""
            version: 1
            checks:
              upper:
                run: "sed -i s/one/ONE/ {files}"
                files: "*.txt"
                bucket: mutating
            profiles:
              quick: { checks: [upper] }
            hooks:
              pre-commit: quick
            """);
        repository.Write("a.txt", "one\n");
        repository.Git("add", "--all");
        repository.Write("a.txt", "one and more\n");

        var commit = repository.TryGit("commit", "-m", "partly");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("the fix of a.txt was dropped", commit.Error, StringComparison.Ordinal);
        Assert.Equal("one", repository.Git("show", ":a.txt"));
        Assert.Equal("one and more\n", repository.Read("a.txt"));
    }

    [Fact]
    public void Nothing_unstaged_nothing_said()
    {
        using var repository = WithHooks(Config);
        repository.Write("b.py", "y = 1\n");
        repository.Git("add", "b.py");

        var commit = repository.TryGit("commit", "-m", "b");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.DoesNotContain("unstaged", commit.Error, StringComparison.Ordinal);
        Assert.Equal("", repository.Git("for-each-ref", "refs/worktree"));
    }

    [Fact]
    public void A_message_is_checked_by_commit_msg()
    {
        using var repository = WithHooks("""
            version: 1
            checks:
              message: { uses: conventional-commit }
            hooks:
              commit-msg: { checks: [message] }
            """);

        Assert.Equal(1, repository.TryGit("commit", "--allow-empty", "-m", "whatever").ExitCode);
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "-m", "feat: say what it is").ExitCode);
    }

    [Fact]
    public void FIRSTTRY_0_skips_all_checks_and_says_so()
    {
        using var repository = WithHooks(Config);
        repository.Write("app.py", "# FIXME\n");
        repository.Git("add", "--all");
        repository.Environment["FIRSTTRY"] = "0";

        var commit = repository.TryGit("commit", "-m", "skipped");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("FIRSTTRY=0", commit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_with_an_error_stops_the_commit_and_names_the_place()
    {
        using var repository = WithHooks(Config);
        repository.Write("firsttry.yml", Config.Replace("bucket: slow", "bucket: slwo", StringComparison.Ordinal));
        repository.Git("add", "--all");

        var commit = repository.TryGit("commit", "-m", "bad config");

        Assert.NotEqual(0, commit.ExitCode);
        Assert.Contains("firsttry.yml(9,13): error FT", commit.Error, StringComparison.Ordinal);
        Assert.Contains("slow", commit.Error, StringComparison.Ordinal);
    }

    private static TemporaryRepository WithHooks(string config, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config + "\n");
        var install = repository.Firsttry("install");
        Assert.True(install.ExitCode == 0, install.ToString());
        return repository;
    }
}
