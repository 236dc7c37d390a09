using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Engine.Running;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

public sealed class Fixes
{
    private readonly List<string> _staged = [];

    [Fact]
    public void A_mutating_check_that_changes_files_has_fixed_them()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        scene.Change("b.txt", "good");

        var result = scene.Run(Fixer("fix"), Fixer("again"));

        Assert.Equal([(CheckStatus.Fixed, "fixed a.txt"), (CheckStatus.Passed, null)], result.Checks.Select(check => (check.Status, check.Reason)));
        Assert.Equal(["a.txt"], result.Checks[0].ChangedFiles.Select(file => file.ToString()));
        Assert.Equal((0, "good"), (result.ExitCode, scene.Read("a.txt")));
    }

    [Fact]
    public void A_file_that_is_written_with_the_same_content_is_not_changed()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "same");

        var result = scene.Run(Mutating("fix", "rm a.txt; printf same > a.txt; : {files}"));

        Assert.Equal(CheckStatus.Passed, result.Checks[0].Status);
    }

    [Fact]
    public void A_change_of_one_byte_among_many_megabytes_is_seen()
    {
        using var scene = Scene.Create();
        for (var i = 0; i < 12; i++)
        {
            scene.Change($"{i:00}.bin", new string((char)('a' + i), 1_000_000));
        }

        var result = scene.Run(Mutating("fix", "printf x | dd of=11.bin bs=1 seek=500000 conv=notrunc 2>/dev/null; : {files}"));

        Assert.Equal((CheckStatus.Fixed, "fixed 11.bin"), (result.Checks[0].Status, result.Checks[0].Reason));
    }

    [Fact]
    public void A_check_that_changes_files_and_objects_has_failed_and_names_them()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");

        var result = scene.Run(scene.Request(Mutating("fix", "echo x > a.txt; exit 1; : {files}")), InCommit(scene));

        Assert.Equal((CheckStatus.Failed, "exit code 1; changed a.txt"), (result.Checks[0].Status, result.Checks[0].Reason));
        Assert.Empty(_staged);
    }

    [Fact]
    public void The_command_that_mends_takes_the_place_of_the_other_in_the_mutating_bucket()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        var check = Fixer("lint") with { Run = Command.Shell("exit 1"), Fix = Command.Shell("printf good > a.txt; : {files}") };

        var result = scene.Run(check, check with { Name = "fast", Bucket = Bucket.Fast });

        Assert.Equal([("fast", CheckStatus.Failed), ("lint", CheckStatus.Skipped)], result.Checks.Select(item => (item.Name, item.Status)));
        Assert.Equal(CheckStatus.Fixed, scene.Run(check).Checks[0].Status);
    }

    [Fact]
    public void In_a_commit_exactly_the_fixed_files_are_staged()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        scene.Change("b.txt", "good");
        scene.Change("c.txt", "bad");

        var result = scene.Run(scene.Request(Fixer("fix")), InCommit(scene));

        Assert.Equal((CheckStatus.Fixed, "fixed a.txt, c.txt", 0), (result.Checks[0].Status, result.Checks[0].Reason, result.ExitCode));
        Assert.Equal(["a.txt", "c.txt"], _staged);
    }

    [Fact]
    public void A_fix_of_a_file_with_unstaged_changes_is_not_staged_and_fails()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        scene.Change("b.txt", "bad");

        var result = scene.Run(scene.Request(Fixer("fix")), InCommit(scene, unstaged: "a.txt"));

        Assert.Equal(
            (CheckStatus.Failed, "the fix of a.txt is not in the commit: the file also has unstaged changes; stage or stash them, then commit again", 1),
            (result.Checks[0].Status, result.Checks[0].Reason, result.ExitCode));
        Assert.Equal(["b.txt"], _staged);
        Assert.Equal("good", scene.Read("a.txt"));
    }

    [Fact]
    public void What_is_unstaged_is_asked_for_before_each_fix()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        var seen = new List<string>();
        var context = InCommit(scene);
        context = context with
        {
            Commit = context.Commit! with
            {
                FindUnstaged = _ =>
                {
                    seen.Add(scene.Read("a.txt"));
                    return [];
                },
            },
        };

        scene.Run(scene.Request(Fixer("fix"), Fixer("again")), context);

        Assert.Equal(["bad", "good"], seen);
    }

    [Fact]
    public void A_fix_that_is_not_to_be_staged_leaves_the_commit_without_it_and_fails()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");

        var result = scene.Run(scene.Request(Fixer("fix") with { Stage = false }), InCommit(scene));

        Assert.Equal(
            (CheckStatus.Failed, "fixed a.txt, and 'stage: false' leaves that out of the commit: stage it, then commit again"),
            (result.Checks[0].Status, result.Checks[0].Reason));
        Assert.Empty(_staged);
    }

    [Fact]
    public void A_fixed_file_outside_of_the_commit_is_reported_and_not_staged()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        File.WriteAllText(scene.PathOf("other.txt"), "bad");
        var context = InCommit(scene) with { FindUnstaged = () => scene.Read("other.txt") == "bad" ? [] : [RepoPath.FromText("other.txt")] };

        var both = scene.Run(scene.Request(Mutating("fix", "printf good > other.txt; printf good > a.txt") with { Files = Scene.Globs("a.txt") }), context);
        File.WriteAllText(scene.PathOf("other.txt"), "bad");
        var one = scene.Run(scene.Request(Mutating("fix", "printf good > other.txt")), context);

        Assert.Equal(
            (CheckStatus.Fixed, "fixed a.txt; changed during the run: other.txt, while only 'fix' ran, which does not name it in 'files' or 'outputs', not part of the commit"),
            (both.Checks[0].Status, both.Checks[0].Reason));
        Assert.Equal(
            (CheckStatus.Fixed, "changed during the run: other.txt, by 'fix' or by somebody else: it names no 'files' and no 'outputs', not part of the commit"),
            (one.Checks[0].Status, one.Checks[0].Reason));
        Assert.Equal(["a.txt"], _staged);
    }

    [Fact]
    public void A_check_that_deletes_a_staged_file_fails()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");

        var result = scene.Run(scene.Request(Mutating("fix", "rm {files}")), InCommit(scene));

        Assert.Equal(
            (CheckStatus.Failed, "deleted a.txt, and the commit still has it: stage that or restore it, then commit again"),
            (result.Checks[0].Status, result.Checks[0].Reason));
    }

    [Fact]
    public void A_fix_that_git_cannot_stage_stops_the_commit()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        var context = InCommit(scene);
        context = context with { Commit = context.Commit! with { Stage = _ => throw new GitException("the index is locked") } };

        var result = scene.Run(scene.Request(Fixer("fix")), context);

        Assert.Equal((CheckStatus.Failed, "the fix could not be staged: the index is locked", 1), (result.Checks[0].Status, result.Checks[0].Reason, result.ExitCode));
    }

    [Fact]
    public void A_fix_that_git_cannot_stage_stops_the_commit_also_where_failure_is_allowed()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        var context = InCommit(scene);
        context = context with { Commit = context.Commit! with { Stage = _ => throw new GitException("the index is locked") } };

        var result = scene.Run(scene.Request(Fixer("fix") with { AllowFailure = true }), context);

        Assert.Equal((CheckStatus.Failed, 1), (result.Checks[0].Status, result.ExitCode));
    }

    [Theory]
    [InlineData("pre-push", CheckStatus.Failed, "fixed a.txt, which what is pushed does not have: commit it, then push again")]
    [InlineData("commit-msg", CheckStatus.Failed, "fixed a.txt, too late for this commit: stage it, then commit again")]
    [InlineData("post-checkout", CheckStatus.Fixed, "fixed a.txt")]
    public void A_fix_that_what_git_takes_along_does_not_have_fails(string hook, CheckStatus status, string reason)
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");

        var result = scene.Run(scene.Request(Fixer("fix")), scene.Context() with { Hook = hook });

        Assert.Equal((status, reason), (result.Checks[0].Status, result.Checks[0].Reason));
    }

    [Fact]
    public void The_profile_of_a_hook_run_by_hand_may_fix()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "bad");
        var request = scene.Request(Fixer("fix"));

        var result = scene.Run(request with { Facts = request.Facts with { Hook = "pre-push" } });

        Assert.Equal((CheckStatus.Fixed, 0), (result.Checks[0].Status, result.ExitCode));
    }

    [Fact]
    public void Files_with_names_that_are_not_text_are_compared_and_staged_too()
    {
        using var scene = Scene.Create();
        scene.Run(Scene.Shell("make", "printf bad > \"$(printf 'x\\377y')\""));
        scene.Files.Add(new RepoPath([(byte)'x', 0xff, (byte)'y']));

        var result = scene.Run(scene.Request(Fixer("fix")), InCommit(scene));

        Assert.Equal((CheckStatus.Fixed, "fixed \"x\\377y\""), (result.Checks[0].Status, result.Checks[0].Reason));
        Assert.Equal(["\"x\\377y\""], _staged);
    }

    private RunContext InCommit(Scene scene, params string[] unstaged) => scene.Context() with
    {
        Commit = new CommitInProgress
        {
            Staged = scene.Files,
            FindUnstaged = _ => [.. unstaged.Select(RepoPath.FromText)],
            Stage = files => _staged.AddRange(files.Select(file => file.ToString())),
        },
    };

    private static Check Mutating(string name, string script) => Scene.Shell(name, script) with { Bucket = Bucket.Mutating };

    // Writes "good" into every file that has "bad".
    private static Check Fixer(string name) => Mutating(
        name, "for file in {files}; do if [ \"$(cat \"$file\")\" = bad ]; then printf good > \"$file\"; fi; done");
}
