using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Threading;
using FirstTry.Engine.Builtins;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Builtins;

public sealed class Guarding_a_repository
{
    [Fact]
    public void Marks_of_a_merge_are_found_with_their_lines()
    {
        using var scene = BuiltinScene.Create().With("a", "x\n<<<<<<< HEAD\n1\n||||||| base\n0\n=======\n2\r\n>>>>>>> topic\r\n");

        var outcome = scene.Run("merge-conflict");

        Assert.False(outcome.Passed);
        Assert.Equal([2, 4, 6, 8], outcome.Output.TrimEnd().Split('\n').Select(line => int.Parse(line.Split(':')[1], null)));
    }

    [Theory]
    [InlineData("Title\n=======\ntext\n")]
    [InlineData(" <<<<<<< HEAD\n")]
    [InlineData("<<<<<<<<\n>>>>>>>\n")]
    [InlineData("bin\0\n<<<<<<< HEAD\n")]
    public void What_only_looks_like_a_mark_passes(string text)
    {
        using var scene = BuiltinScene.Create().With("a", text);

        Assert.True(scene.Run("merge-conflict").Passed);
    }

    [Fact]
    public void A_line_of_equal_signs_counts_while_a_merge_is_under_way()
    {
        using var scene = BuiltinScene.Create().With("a", "x\n=======\n");

        Assert.True(scene.Run("merge-conflict").Passed);
        Assert.StartsWith("a:2: ", scene.Run("merge-conflict", context => context with { IsJoining = () => true }).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_that_was_left_behind_is_found()
    {
        using var scene = BuiltinScene.Create().With("a", "x\n>>>>>>> topic\n");

        Assert.StartsWith("a:2: ", scene.Run("merge-conflict").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-----BEGIN", " RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN", " PRIVATE KEY-----")]
    [InlineData("key = \"-----BEGIN", " OPENSSH PRIVATE KEY-----\\n\"")]
    [InlineData("BEGIN x BEGIN", " PGP PRIVATE KEY BLOCK")]
    [InlineData("PuTTY-User-Key-File-", "3: ssh-ed25519")]
    public void A_private_key_is_found(string start, string end)
    {
        using var scene = BuiltinScene.Create().With("a", "first\n" + start + end + "\n");

        Assert.StartsWith("a:2: a private key", scene.Run("private-key").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_key_passes()
    {
        using var scene = BuiltinScene.Create().With("a", "-----BEGIN PUBLIC KEY-----\n-----BEGIN CERTIFICATE-----\nBEGIN ");

        Assert.True(scene.Run("private-key").Passed);
    }

    [Fact]
    public void A_file_above_the_limit_is_large()
    {
        using var scene = BuiltinScene.Create().With("fits", new string('x', 2048)).With("large", new string('x', 2049));

        var outcome = scene.Run("large-files", ("max_kb", "2"));

        Assert.False(outcome.Passed);
        Assert.Equal("large: 3 KB, more than 2 KB. Leave it out, keep it in git LFS, or raise 'max_kb'\n", outcome.Output);
        Assert.True(scene.Run("large-files").Passed);
        Assert.Contains("'two'", scene.Run("large-files", ("max_kb", "two")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_file_that_lfs_keeps_passes()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write(".gitattributes", "*.bin filter=lfs\n");
        repository.Write("a.bin", new string('x', 2000));
        repository.Write("b.txt", new string('x', 2000));

        var outcome = Run(repository, "large-files", ["a.bin", "b.txt"], new AdapterOption("max_kb", ["1"]));

        Assert.StartsWith("b.txt: 2 KB", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a.bin", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    [UnsupportedOSPlatform("macos")]
    public void Paths_that_differ_in_case_are_a_conflict_also_with_unchanged_ones_and_in_folders()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("Docs/a.txt", "");
        repository.Write("README.md", "");
        repository.Write("other.md", "");
        repository.CommitAll();
        repository.Write("docs/b.txt", "");
        repository.Write("readme.md", "");
        repository.Git("add", "--all");

        var outcome = Run(repository, "case-conflict", ["docs/b.txt", "readme.md"]);
        var innocent = Run(repository, "case-conflict", ["other.md"]);
        var older = Run(repository, "case-conflict", ["README.md"]);

        Assert.False(outcome.Passed);
        Assert.Contains("docs: differs from 'Docs'", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("readme.md", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("README.md", outcome.Output, StringComparison.Ordinal);
        Assert.True(innocent.Passed, innocent.Output);
        Assert.Equal("README.md: differs from 'readme.md' only in case: on Windows and macOS only one of them can exist\n", older.Output);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_link_that_leads_nowhere_is_found()
    {
        using var scene = BuiltinScene.Create().With("d/target", "");
        File.CreateSymbolicLink(Path.Combine(scene.Root, "d", "good"), "target");
        File.CreateSymbolicLink(Path.Combine(scene.Root, "twice"), "d/good");
        File.CreateSymbolicLink(Path.Combine(scene.Root, "folder"), scene.Root);
        File.CreateSymbolicLink(Path.Combine(scene.Root, "bad"), "d/gone");
        File.CreateSymbolicLink(Path.Combine(scene.Root, "loop"), "loop");

        var outcome = scene.Changed("d/good").Changed("twice").Changed("folder").Changed("bad").Changed("loop").Run("broken-symlink");

        Assert.Equal(
            "bad: a symbolic link to 'd/gone', which does not exist\nloop: a symbolic link to 'loop', which does not exist\n", outcome.Output);
        Assert.False(outcome.Passed);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void An_executable_text_names_its_interpreter()
    {
        using var scene = BuiltinScene.Create().With("good", "#!/bin/sh\n").With("bad", "echo\n").With("plain", "echo\n").With("elf", "\u007fELF\0");
        foreach (var file in (string[])["good", "bad", "elf"])
        {
            File.SetUnixFileMode(Path.Combine(scene.Root, file), (UnixFileMode)0b111_101_101);
        }

        var outcome = scene.Run("executable-shebang");

        Assert.StartsWith("bad:1: ", outcome.Output, StringComparison.Ordinal);
        Assert.Single(outcome.Output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("main", false)]
    [InlineData("master", false)]
    [InlineData("topic/main", true)]
    [InlineData(null, true)]
    public void Main_takes_no_commits(string? branch, bool passes)
    {
        using var scene = BuiltinScene.Create();

        Assert.Equal(passes, scene.Run("no-commit-to-branch", context => context with { Branch = branch }).Passed);
    }

    [Theory]
    [InlineData("main", true)]
    [InlineData("release/1.0", false)]
    public void The_branches_that_take_no_commits_can_be_named(string branch, bool passes)
    {
        using var scene = BuiltinScene.Create();

        Assert.Equal(passes, scene.Run("no-commit-to-branch", context => context with { Branch = branch }, ("branches", "release/*")).Passed);
    }

    [Fact]
    public void A_forbidden_pattern_is_found_with_its_line_and_message()
    {
        using var scene = BuiltinScene.Create().With("a", "ok\nx = breakpoint()\r\n");

        var outcome = scene.Run("forbid-pattern", ("pattern", @"\bbreakpoint\(\)$"), ("message", "leave the debugger out"));

        Assert.Equal("a:2: leave the debugger out\n", outcome.Output);
        Assert.True(scene.Run("forbid-pattern", ("pattern", "^nothing")).Passed);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(null)]
    public void A_pattern_that_is_none_fails(string? pattern)
    {
        using var scene = BuiltinScene.Create();

        var outcome = pattern is null ? scene.Run("forbid-pattern") : scene.Run("forbid-pattern", ("pattern", pattern));

        Assert.False(outcome.Passed);
        Assert.Contains("'pattern'", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_name_of_the_catalog_that_is_built_in_is_found_and_the_others_are_not()
    {
        var names = AdapterCatalog.All.Select(adapter => adapter.Name).ToList();

        var builtins = names.Where(name => BuiltinCatalog.Find(name) is not null).ToList();

        Assert.Equal(names.TakeWhile(name => name != "pytest"), builtins);
    }

    private static BuiltinOutcome Run(TemporaryRepository repository, string check, string[] files, params AdapterOption[] options)
    {
        IReadOnlyList<RepoPath> paths = [.. files.Select(RepoPath.FromText)];
        var context = new BuiltinContext(repository.Root, paths, [.. options], null, "main", CancellationToken.None)
        {
            Environment = BuiltinScene.EnvironmentOf(repository),
        };
        return BuiltinCatalog.Find(check)!.Run(context);
    }
}
