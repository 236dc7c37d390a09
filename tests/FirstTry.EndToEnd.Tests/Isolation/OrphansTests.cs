using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>What a killed run had started may write for a while yet: not into what is put back.</summary>
public sealed class OrphansTests
{
    [Theory]
    [InlineData("")]
    [InlineData("trap '' TERM INT HUP;")]
    public void A_git_that_a_killed_run_left_staging_stages_nothing_that_is_put_back(string trap)
    {
        using var repository = HookedRepository.Create("    mend: { run: \"sed -i s/^three$/THREE/ {files}\", files: \"*.txt\", bucket: mutating }", names: "[mend]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt");
        LetGitWait(repository, trap);
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));
        using var run = BackgroundRun.StartUntilChecked(repository, PublishedBinary.Location, "hook", "pre-commit");
        run.Signal("KILL");
        run.WaitForExit();

        var next = repository.Firsttry("list");
        BackgroundRun.LetGo(repository);
        TreePicture.Shell(repository, "for i in $(seq 50); do [ -e ../gone ] && break; sleep 0.02; done");

        Assert.True(next.ExitCode == 0, next.ToString());
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
        Assert.False(File.Exists(repository.PathOf(".git/index.lock")));
    }

    [Fact]
    public void A_check_that_a_killed_run_left_is_gone_before_its_files_are_put_back()
    {
        using var repository = HookedRepository.Create(
            "    late: { run: \"trap '' TERM INT HUP; touch ../in-check; until [ -e ../go ]; do sleep 0.005; done; echo late >> a.txt\" }", names: "[late]");
        TreePicture.Shell(repository, "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^10$/ten/ a.txt");
        var tree = TreePicture.OfTree(repository);
        using var run = BackgroundRun.StartUntilChecked(repository, PublishedBinary.Location, "hook", "pre-commit");
        run.Signal("KILL");
        run.WaitForExit();

        repository.Firsttry("list");
        BackgroundRun.LetGo(repository);
        TreePicture.Shell(repository, "sleep 0.5");

        Assert.Equal(tree, TreePicture.OfTree(repository));
    }

    // A git that takes its time before it writes the index.
    private static void LetGitWait(TemporaryRepository repository, string trap)
    {
        var folder = Path.Combine(repository.Outside, "slow");
        var git = TreePicture.Shell(repository, "command -v git").TrimEnd('\n');
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "git"),
            $"#!/bin/sh\n[ \"$1\" = update-index ] || exec {git} \"$@\"\n{trap}\ntouch ../in-check\nuntil [ -e ../go ]; do sleep 0.005; done\n{git} \"$@\"\ntouch ../gone\n");
        TreePicture.Shell(repository, "chmod +x ../slow/git");
        repository.PutFirsttryOnPath();
        repository.Environment["PATH"] = folder + ":" + repository.Environment["PATH"];
    }
}
