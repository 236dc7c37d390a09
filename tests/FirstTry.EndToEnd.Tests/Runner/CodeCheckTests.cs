using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>Checks written in C#, compiled into a runner and run by the hook of a commit.</summary>
public sealed partial class CodeCheckTests(CompiledCode compiled) : IClassFixture<CompiledCode>
{
    [Fact]
    public void A_real_problem_stops_the_commit_at_its_line()
    {
        using var repository = compiled.Copy();
        repository.Write("a.txt", "fine\nTODO: mend\n");
        repository.Git("add", "a.txt");

        var bad = repository.TryGit("commit", "--message", "bad");
        repository.Write("a.txt", "fine\nmended\n");
        var good = repository.TryGit("commit", "--all", "--message", "good");

        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("a.txt:2: do it, or file it\n", bad.Error, StringComparison.Ordinal);
        Assert.True(good.ExitCode == 0, good.ToString());
        Assert.Equal(["firsttry-runner", "firsttry-runner"], CompiledRepository.Runs(repository));
    }

    [Fact]
    public void What_is_staged_is_what_it_reads()
    {
        using var repository = compiled.Copy();
        repository.Write("a.txt", "TODO\n");
        repository.Write("b.txt", "fine\n");
        repository.Git("add", "--all");
        repository.Write("a.txt", "done\n");
        repository.Write("b.txt", "TODO, but not staged\n");

        var commit = repository.TryGit("commit", "--message", "bad");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("a.txt:1: do it, or file it\n", commit.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("b.txt", commit.Error, StringComparison.Ordinal);
        Assert.Equal("done\n", repository.Read("a.txt"));
    }

    [Theory]
    [InlineData("a.loop", 1, "timed out loop  not done after 500ms")]
    [InlineData("a.crash", 1, "check 'crash' came to no verdict: TextChecks.Crash threw InvalidOperationException: no idea")]
    [InlineData("a.leave", 1, "a check written in C# ended the program")]
    public void What_comes_to_no_verdict_stops_the_commit(string file, int exitCode, string expected)
    {
        using var repository = compiled.Copy();
        repository.Write(file, "x\n");
        repository.Git("add", "--all");

        var commit = repository.TryGit("commit", "--message", "bad");

        Assert.Equal(exitCode, commit.ExitCode);
        Assert.Contains(expected, commit.Error, StringComparison.Ordinal);
        Assert.Equal("base", repository.Git("log", "-1", "--format=%s"));
    }

    [Fact]
    public void An_edit_of_the_config_is_followed_and_the_checks_still_run()
    {
        using var repository = compiled.Copy();
        repository.Write("firsttry.yml", CompiledCode.Config.Replace("*.txt", "*.md", StringComparison.Ordinal));
        repository.Write("a.md", "TODO\n");
        repository.Write("a.txt", "TODO, but not asked any more\n");
        repository.Git("add", "--all");

        var commit = repository.TryGit("commit", "--message", "bad");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("a.md:1: do it, or file it\n", commit.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a.txt", commit.Error, StringComparison.Ordinal);
        Assert.Contains("the config has changed since 'firsttry build'", commit.Error, StringComparison.Ordinal);
        Assert.Equal(["firsttry-runner"], CompiledRepository.Runs(repository));
    }

    [Theory]
    [InlineData("echo '// edited' >> checks/Text.cs; git add --all")]
    [InlineData("echo '// staged' >> checks/Text.cs; git add --all; git show HEAD:checks/Text.cs > checks/Text.cs")]
    [InlineData("echo 'class Another;' > checks/Another.cs; git add --all")]
    [InlineData("rm -r .git/firsttry/runner")]
    public void Sources_that_are_not_those_that_were_compiled_are_an_error_and_no_pass(string change)
    {
        using var repository = compiled.Copy();
        repository.Write("a.txt", "fine\n");
        repository.Git("add", "--all");
        var changed = repository.Run("sh", ["-c", change]);
        Assert.True(changed.ExitCode == 0, changed.ToString());

        var commit = repository.TryGit("commit", "--message", "bad");

        Assert.Equal(1, commit.ExitCode);
        Assert.Contains("check 'todo' uses 'no-todo', which is written in C#", commit.Error, StringComparison.Ordinal);
        Assert.Contains("'firsttry build' compiles it", commit.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo TODO > a.txt", "a.txt:1: do it, or file it\n")]
    [InlineData("echo fine > a.txt; echo '// of this branch' >> checks/Text.cs", "the sources in 'checks', as they go out, are not those that were compiled")]
    [InlineData("echo fine > a.txt; echo 'class Another;' > checks/Another.cs", "the sources in 'checks', as they go out, are not those that were compiled")]
    [InlineData("echo fine > a.txt", null)]
    public void A_push_of_what_is_not_checked_out_is_checked_by_its_own_sources(string change, string? objection)
    {
        using var repository = compiled.Copy();
        var remote = Path.Combine(repository.Outside, "remote.git");
        var script = $"git init --quiet --bare '{remote}' && git remote add origin '{remote}' && git checkout -q -b side && {change} && git add --all && git commit -q --no-verify -m side && git checkout -q -";
        var prepared = repository.Run("sh", ["-c", script]);
        Assert.True(prepared.ExitCode == 0, prepared.ToString());

        var push = repository.TryGit("push", "origin", "side");

        Assert.True(push.ExitCode == (objection is null ? 0 : 1), push.ToString());
        Assert.Contains(objection ?? "side -> side", push.Output + push.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_runner_of_another_config_with_the_same_checks_is_found()
    {
        using var repository = compiled.Copy();
        var place = CompiledRepository.Place(repository);
        var other = CompiledCode.Config + "# another branch\n";
        var code = File.ReadAllText(Path.Combine(place, "current")).Trim().Split("-cs-")[1];
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(other)))[..16] + "-cs-" + code;
        var sibling = Path.Combine(Directory.CreateDirectory(Path.Combine(place, name)).FullName, "firsttry-runner");
        File.WriteAllText(sibling, "#!/bin/sh\necho sibling >&2\n");
        File.SetUnixFileMode(sibling, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        repository.Write("firsttry.yml", other);

        var commit = repository.TryGit("commit", "--all", "--message", "other");

        Assert.Contains("sibling\n", commit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_of_the_same_sources_is_remembered_also_without_a_runner()
    {
        using var repository = compiled.Copy();
        repository.Write("a.txt", "fine\n");
        repository.Git("add", "--all");
        string[] run = ["run", "--check", "todo", "--staged", "--format", "json"];
        var runner = Path.Combine(CompiledRepository.Place(repository), File.ReadAllText(Path.Combine(CompiledRepository.Place(repository), "current")).Trim(), "firsttry-runner");

        var first = repository.Run(runner, run);
        var again = repository.Run(runner, run);
        var without = repository.Run(PublishedBinary.Location, run);
        repository.Write("a.txt", "TODO\n");
        repository.Git("add", "--all");
        var changed = repository.Run(PublishedBinary.Location, run);

        Assert.Contains("\"cached\":false", first.Output, StringComparison.Ordinal);
        Assert.Contains("\"cached\":true", again.Output, StringComparison.Ordinal);
        Assert.Contains("\"cached\":true", without.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (first.ExitCode, again.ExitCode, without.ExitCode));
        Assert.Contains("\"status\":\"error\"", changed.Output, StringComparison.Ordinal);
        Assert.Equal(1, changed.ExitCode);
    }

    [Fact]
    public void Another_shape_is_said_at_its_place_by_the_build_and_the_runner_from_before_stays()
    {
        using var repository = compiled.Copy();
        CompiledRepository.LetCompile(repository);
        repository.Write("checks/Text.cs", CompiledCode.Code.Replace("public static Finding[] Endless", "public Finding[] Endless", StringComparison.Ordinal));

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("checks/Text.cs(22,22): error FT0047: [Check(\"endless\")]: 'TextChecks.Endless' is not static.", build.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".git/firsttry/runner/build/checks", build.Error, StringComparison.Ordinal);
        repository.Write("checks/Text.cs", CompiledCode.Code);
        repository.Write("a.txt", "fine\n");
        repository.Git("add", "--all");
        Assert.Equal(0, repository.TryGit("commit", "--message", "good").ExitCode);
    }

    [Fact]
    public void The_doctor_tells_when_they_are_not_compiled()
    {
        using var repository = compiled.Copy();

        repository.Write("a.txt", "fine\n");
        var compiledOnes = repository.Firsttry("doctor");
        repository.Write("firsttry.yml", CompiledCode.Config + "# edited\n");
        var edited = repository.Firsttry("doctor");
        repository.Write("checks/Text.cs", CompiledCode.Code + "// edited\n");
        var stale = repository.Firsttry("doctor");

        Assert.Contains("no-todo, in C#", repository.Firsttry("plan", "pre-push", "--all-files").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("firsttry build", compiledOnes.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("firsttry build", edited.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, stale.ExitCode);
        Assert.Contains("No runner was compiled from what is in 'checks' now: 'todo', 'loop', 'crash', 'leave', 'deep' stops every commit that asks for it.", stale.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_an_error_at_its_place()
    {
        using var repository = compiled.Copy();
        repository.Write("firsttry.yml", CompiledCode.Config.Replace("uses: no-todo", "uses: no-tood", StringComparison.Ordinal));

        var validated = repository.Firsttry("validate");

        Assert.Equal(2, validated.ExitCode);
        Assert.Contains("firsttry.yml(3,17): error FT0008: Check 'todo' uses 'no-tood', which is no adapter and no built-in check. Did you mean 'no-todo'?", validated.Error, StringComparison.Ordinal);
    }
}
