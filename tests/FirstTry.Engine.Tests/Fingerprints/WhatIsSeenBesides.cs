using System;
using System.IO;
using FirstTry.Engine.Planning;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Fingerprints;

public sealed class WhatIsSeenBesides
{
    [Fact]
    public void Names_that_differ_in_case_count_for_the_check_of_case_conflicts()
    {
        using var bench = Bench.Create();
        var check = Builtin("case-conflict");
        var first = bench.KeyOf(check, "src/app.py");

        bench.Write("SRC/App.py", "");
        bench.Commit();

        Assert.NotEqual(first, bench.KeyOf(check, "src/app.py"));
    }

    [Fact]
    public void A_large_file_has_no_key_where_attributes_decide()
    {
        using var bench = Bench.Create();
        bench.Write("big.bin", new string('x', 600 * 1024));

        Assert.Contains("git LFS", bench.Of(Builtin("large-files"), "big.bin").Obstacle, StringComparison.Ordinal);
        Assert.NotNull(bench.Of(Builtin("large-files"), "src/app.py").Key);
    }

    [Fact]
    public void The_branch_counts_for_the_check_of_branches()
    {
        using var bench = Bench.Create();
        var branch = "main";
        bench.Adjust = scene => scene with { Facts = new RunFacts { Environment = bench.Environment, Branch = () => branch } };
        var first = bench.KeyOf(Builtin("no-commit-to-branch"));

        branch = "other";

        Assert.NotEqual(first, bench.KeyOf(Builtin("no-commit-to-branch")));
    }

    [Fact]
    public void The_commit_message_counts_in_a_hook_that_has_one()
    {
        using var bench = Bench.Create();
        var message = Path.Combine(bench.Repository.Outside, "message");
        File.WriteAllText(message, "feat: a");
        bench.Adjust = scene => scene with { MessageFile = message };
        var first = bench.KeyOf(Bench.Whole());

        File.WriteAllText(message, "feat: b");

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void Programs_of_a_script_in_the_repository_count()
    {
        using var bench = Bench.Create();
        bench.Tool("lint", "#!/bin/sh\nexit 0\n");
        bench.Tool("all.sh", "#!/bin/sh\nset -e\n./scripts/all.sh --help || lint src\n", bench.Repository.PathOf("scripts"));
        var check = Bench.Whole("scripts/all.sh");
        var first = bench.KeyOf(check);

        bench.Tool("lint", "#!/bin/sh\nexit 1\n");

        Assert.NotEqual(first, bench.KeyOf(check));
    }

    [Fact]
    public void A_pattern_that_leads_through_a_link_counts_what_lies_behind_it()
    {
        using var bench = Bench.Create();
        bench.Write("real/a.ini", "1");
        File.CreateSymbolicLink(bench.Repository.PathOf("conf"), "real");
        var check = Bench.Whole() with { Inputs = Scene.Globs("conf/*.ini") };
        var first = bench.KeyOf(check);

        bench.Write("real/a.ini", "2");

        Assert.NotEqual(first, bench.KeyOf(check));
    }

    [Fact]
    public void A_submodule_counts_with_its_commit_and_with_what_lies_in_it()
    {
        using var bench = Bench.Create();
        using var other = Bench.Create("other");
        bench.Repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.Repository.Root, "lib");
        bench.Commit();
        var clean = bench.KeyOf(Bench.Whole());
        bench.Write("lib/src/app.py", "dirty");
        var dirty = bench.KeyOf(Bench.Whole());
        bench.Write("lib/src/app.py", "dirtier");
        var dirtier = bench.KeyOf(Bench.Whole());
        bench.Repository.Git("-C", "lib", "commit", "--quiet", "--all", "--message", "moved");
        var moved = bench.KeyOf(Bench.Whole());
        bench.Repository.Git("add", "lib");
        var staged = bench.KeyOf(Bench.Whole());

        Assert.NotEqual(clean, dirty);
        Assert.NotEqual(dirty, dirtier);
        Assert.Equal(dirtier, moved);
        Assert.NotEqual(moved, staged);
    }

    [Fact]
    public void What_is_staged_counts_where_unstaged_changes_are_hidden()
    {
        using var bench = Bench.Create();
        var plain = bench.KeyOf(Bench.Whole());
        bench.Write("src/app.py", "unstaged");
        var folder = Path.Combine(bench.Repository.Outside, "staged");
        Directory.CreateDirectory(folder + "/src");
        File.WriteAllText(folder + "/src/app.py", "print(1)\n");
        bench.Adjust = scene => scene with { Hidden = static () => [RepoPath.FromText("src/app.py")], MaterializeHidden = _ => folder };

        Assert.Equal(plain, bench.KeyOf(Bench.Whole()));
        bench.LastSession!.TreeHoldsWhatGoesOut();
        Assert.NotEqual(plain, bench.LastSession.Of(Bench.Planned(Bench.Whole()), []).Key);
    }

    [Fact]
    public void A_program_with_unstaged_changes_counts_as_staged()
    {
        using var bench = Bench.Create();
        bench.Tool("lint.sh", "#!/bin/sh\nexit 0\n", bench.Repository.PathOf("scripts"));
        bench.Commit();
        var check = Bench.Whole("scripts/lint.sh") with { Inputs = Scene.Globs("README.md") };
        var plain = bench.KeyOf(check);
        var folder = Path.Combine(bench.Repository.Outside, "staged");
        bench.Tool("lint.sh", "#!/bin/sh\nexit 0\n", folder + "/scripts");
        bench.Tool("lint.sh", "#!/bin/sh\nexit 1\n", bench.Repository.PathOf("scripts"));
        Assert.NotEqual(plain, bench.KeyOf(check));
        bench.Adjust = scene => scene with { Hidden = static () => [RepoPath.FromText("scripts/lint.sh")], MaterializeHidden = _ => folder };

        Assert.Equal(plain, bench.KeyOf(check));

        // What is hidden is known only at the end of the look, and programs are looked for meanwhile.
        var settled = bench.Adjust;
        bench.Adjust = scene => settled(scene) with { FirstLook = WorktreeLook.Start(scene.Worktree, scene.Environment, 2) };
        Assert.Equal(plain, bench.KeyOf(check));
    }

    private static Check Builtin(string name) => new(name) { Uses = new Adapter(name, []) };
}
