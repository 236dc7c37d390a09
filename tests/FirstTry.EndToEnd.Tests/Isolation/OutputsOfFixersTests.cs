using System;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>What checks write beside the files that they are handed.</summary>
public sealed class OutputsOfFixersTests
{
    private const string Generator = "    mend: { run: \"sed -i 1iheader b.txt; : {files}\", files: \"*.md\", outputs: [b.txt], bucket: mutating }";

    [Fact]
    public void An_output_that_is_part_of_the_commit_is_staged()
    {
        using var repository = Repository(Generator, "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.md b.txt; git add a.md b.txt");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("fixed b.txt", commit.Error, StringComparison.Ordinal);
        Assert.StartsWith("header\n", repository.Git("show", "HEAD:b.txt"), StringComparison.Ordinal);
        Assert.Equal("", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void An_output_with_unstaged_lines_keeps_them_and_is_staged_without()
    {
        using var repository = Repository(Generator, "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.md b.txt; git add a.md b.txt; sed -i s/^10$/ten/ b.txt");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.StartsWith("header\n", repository.Git("show", "HEAD:b.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("ten", repository.Git("show", "HEAD:b.txt"), StringComparison.Ordinal);
        Assert.StartsWith("header\n", repository.Read("b.txt"), StringComparison.Ordinal);
        Assert.Contains("\nten\n", repository.Read("b.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_outside_of_the_commit_keeps_its_unstaged_lines_and_is_named()
    {
        using var repository = Repository(Generator, "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.md; git add a.md; sed -i s/^10$/ten/ b.txt");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("fixed b.txt, not part of the commit", commit.Error, StringComparison.Ordinal);
        Assert.Equal("a.md", repository.Git("show", "--name-only", "--format=", "HEAD"));
        Assert.StartsWith("header\n", repository.Read("b.txt"), StringComparison.Ordinal);
        Assert.Contains("\nten\n", repository.Read("b.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_another_fixer_each_answers_for_its_own_output()
    {
        using var repository = Repository(
            "    one: { run: \"touch ../one; until [ -e ../two ]; do sleep 0.01; done; sed -i 1iheader b.txt; : {files}\", files: \"*.md\", outputs: [b.txt], bucket: mutating, timeout: 30s }\n"
            + "    two: { run: \"touch ../two; until [ -e ../one ]; do sleep 0.01; done; sed -i 1iheader {files}\", files: \"a.txt\", bucket: mutating, timeout: 30s }",
            "[one, two], workers: 2");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.md a.txt b.txt; git add .; sed -i s/^10$/ten/ a.txt b.txt");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(["fixed b.txt", "fixed a.txt"], commit.Error.Split('\n').Where(line => line.StartsWith("fixed ", StringComparison.Ordinal)).Select(line => line[line.LastIndexOf("fixed", StringComparison.Ordinal)..].Split("  ")[0]));
        foreach (var file in new[] { "a.txt", "b.txt" })
        {
            Assert.StartsWith("header\n", repository.Git("show", $"HEAD:{file}"), StringComparison.Ordinal);
            Assert.DoesNotContain("ten", repository.Git("show", $"HEAD:{file}"), StringComparison.Ordinal);
            Assert.Contains("\nten\n", repository.Read(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_check_of_another_phase_writes_is_not_staged_and_nobody_else_is_blamed()
    {
        using var repository = Repository("    lint: { run: \"sed -i 1iheader a.md; : {files}\", files: \"*.md\" }\n    next: { run: \"true\", bucket: mutating }", "[lint, next]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.md; git add a.md; sed -i s/^10$/ten/ a.md");

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.DoesNotContain("header", repository.Git("show", ":a.md"), StringComparison.Ordinal);
        Assert.StartsWith("header\n", repository.Read("a.md"), StringComparison.Ordinal);
        Assert.Contains("a.md was changed during the run and stays so", commit.Error, StringComparison.Ordinal);
        Assert.Contains("passed    next", commit.Error, StringComparison.Ordinal);
    }

    private static TemporaryRepository Repository(string checks, string names, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = HookedRepository.Create(checks, names: names, test: test);
        TreePicture.Shell(repository, "seq 20 > a.md; seq 20 > b.txt; git add .; git commit -qm md --no-verify");
        return repository;
    }
}
