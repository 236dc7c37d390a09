using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Seeing;

/// <summary><c>run --ci</c>: what would have to be fixed fails and is shown, and nothing is changed.</summary>
public sealed class BuildServerTests
{
    private const string Config = """
        version: 1
        checks:
          upper: { run: [sed, -i, s/bad/GOOD/, "{files}"], files: "*.txt", bucket: mutating }
          after: { run: "cat a.txt > ../seen", bucket: slow }
        profiles: { p: { checks: [upper, after], fail_fast: never } }
        """;

    [Fact]
    public void A_check_that_would_change_files_fails_and_shows_how()
    {
        using var repository = Repository(Config);
        repository.Write("a.txt", "one\nbad\nthree\n");
        repository.Write("b c.txt", "fine\n");
        repository.CommitAll();

        var run = repository.Firsttry("run", "p", "--ci");

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("failed    upper  would change a.txt: run 'firsttry fix', then commit", run.Output, StringComparison.Ordinal);
        Assert.Contains("--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n one\n-bad\n+GOOD\n three\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_is_as_it_was_and_later_checks_see_that()
    {
        using var repository = Repository(Config);
        repository.Write("a.txt", "bad\n");
        File.SetUnixFileMode(repository.PathOf("a.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        repository.CommitAll();
        repository.Write("a.txt", "bad, and not committed\n");

        repository.Firsttry("run", "p", "--ci");

        Assert.Equal("bad, and not committed\n", repository.Read("a.txt"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(repository.PathOf("a.txt")));
        Assert.Equal("bad, and not committed\n", File.ReadAllText(Path.Combine(repository.Outside, "seen")));
        Assert.Equal("M a.txt", repository.Git("status", "--porcelain").Trim());
        Assert.Empty(Directory.GetDirectories(Path.Combine(repository.Root, ".git", "firsttry"), "review-*"));
    }

    [Fact]
    public void A_command_that_finds_its_files_itself_is_taken_back_too()
    {
        using var repository = Repository("""
            version: 1
            checks:
              format: { run: "sed -i s/bad/GOOD/ *.txt; rm -f gone.txt; echo new > new.txt", bucket: mutating }
            profiles: { p: { checks: [format] } }
            """);
        repository.Write("a.txt", "bad\n");
        repository.Write("gone.txt", "here\n");
        repository.Git("config", "core.autocrlf", "true");
        repository.CommitAll();
        repository.Write("dirty.txt", "clean\n");
        repository.CommitAll();
        repository.Write("dirty.txt", "bad and dirty\n");
        var before = repository.Read("a.txt");

        var run = repository.Firsttry("run", "p", "--ci");

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Equal((before.Replace("\r", "", StringComparison.Ordinal), "here\n", "bad and dirty\n"), (repository.Read("a.txt").Replace("\r", "", StringComparison.Ordinal), repository.Read("gone.txt").Replace("\r", "", StringComparison.Ordinal), repository.Read("dirty.txt")));
        Assert.True(File.Exists(repository.PathOf("new.txt")));
    }

    [Fact]
    public void All_files_are_looked_at_and_a_clean_tree_passes()
    {
        using var repository = Repository(Config);
        repository.Write("a.txt", "fine\n");
        repository.CommitAll();

        var run = repository.Firsttry("run", "p", "--ci", "--format", "json");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray().First().GetProperty("files").GetInt32());
    }

    [Fact]
    public void A_check_that_may_fail_is_a_warning_with_its_diff()
    {
        using var repository = Repository(Config.Replace("bucket: mutating", "bucket: mutating, allow_failure: true", StringComparison.Ordinal));
        repository.Write("a.txt", "bad\n");
        repository.CommitAll();

        var run = repository.Firsttry("run", "p", "--ci");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("+GOOD", run.Output, StringComparison.Ordinal);
        Assert.Equal("bad\n", repository.Read("a.txt"));
    }

    private static TemporaryRepository Repository(string config, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config + "\n");
        return repository;
    }
}
