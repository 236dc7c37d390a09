using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

public sealed class FilesHandedOver
{
    private static readonly byte[][] Hostile =
    [
        "*.py"u8.ToArray(), "-rf"u8.ToArray(), "[id].js"u8.ToArray(), " lead"u8.ToArray(), "a b.py"u8.ToArray(), "back\\slash"u8.ToArray(),
        "café"u8.ToArray(), "dollar$(touch owned)`id`"u8.ToArray(), "new\nline"u8.ToArray(), "quote'and\""u8.ToArray(),
        "semi;colon&"u8.ToArray(), "trail "u8.ToArray(), "{files}"u8.ToArray(), "~"u8.ToArray(), [0xff, 0xfe, (byte)'x'],
    ];

    public static TheoryData<string> Commands => ["script", "own loop", "list"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_name_arrives_as_it_is_and_none_is_read_by_a_shell(string kind)
    {
        using var scene = Scene.Create();
        scene.Files.AddRange(Hostile.Select(name => new RepoPath(name)).Order());
        var check = kind switch
        {
            "script" => Scene.Shell("a", "printf '%s\\0' {files}"),
            "own loop" => Scene.Shell("a", "for file in \"$@\"; do printf '%s\\0' \"$file\"; done"),
            _ => Scene.Exec("a", "printf", "%s\\0", "{files}"),
        };

        var result = scene.Run(check).Checks[0];

        var expected = scene.Files.SelectMany(file => (byte[])[.. Leading(file), .. file.Bytes, 0]).ToArray();
        Assert.Equal(expected, result.Output);
        Assert.False(File.Exists(scene.PathOf("owned")));
    }

    [Fact]
    public void Names_are_relative_to_the_root_of_the_check_which_is_where_it_runs()
    {
        using var scene = Scene.Create();
        scene.Change("web/src/a.js", "content\n");
        scene.Change("b.js");

        var result = scene.Run(Scene.Shell("a", "pwd; echo {files}; cat {files}") with { Root = "web", Files = Scene.Globs("*.js") }).Checks[0];

        Assert.Equal($"{scene.PathOf("web")}\nsrc/a.js\ncontent\n", Scene.TextOf(result));
    }

    [Fact]
    public void A_root_that_does_not_exist_is_an_error_that_names_it()
    {
        using var scene = Scene.Create();

        var result = scene.Run(Scene.Shell("a", "true") with { Root = "web" });

        Assert.Equal((CheckStatus.Error, 1), (result.Checks[0].Status, result.ExitCode));
        Assert.Equal("check 'a' cannot start in 'web': there is no such folder. Create it, or change 'root'.", result.Checks[0].Reason);
    }

    [Fact]
    public void Standard_input_is_empty_the_files_or_what_git_gave()
    {
        using var scene = Scene.Create();
        scene.Files.AddRange([RepoPath.FromText("-a"), RepoPath.FromText("b c")]);
        var checks = new[]
        {
            Scene.Shell("none", "cat"),
            Scene.Shell("files", "cat") with { Stdin = StandardInput.Files },
            Scene.Shell("hook", "cat") with { Stdin = StandardInput.Hook },
        };

        var result = scene.Run(scene.Request(checks), scene.Context() with { HookInput = "refs\n"u8.ToArray() });

        Assert.Equal(["", "-a\0b c\0", "refs\n"], result.Checks.Select(Scene.TextOf));
    }

    [Fact]
    public void The_file_of_the_commit_message_is_handed_over_whole()
    {
        using var scene = Scene.Create();
        File.WriteAllText(scene.PathOf("my message"), "feat: x\n");
        var request = scene.Request(Scene.Shell("script", "cat {message_file}"), Scene.Exec("list", "cat", "{message_file}"));

        var result = scene.Run(request with { MessageFile = "my message" });

        Assert.All(result.Checks, check => Assert.Equal("feat: x\n", Scene.TextOf(check)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hundred_thousand_long_names_are_split_and_every_one_arrives_once_and_in_order(bool isList)
    {
        using var scene = Scene.Create();
        var folder = string.Join('/', Enumerable.Repeat(new string('d', 60), 2));
        scene.Files.AddRange(Enumerable.Range(0, 100_000).Select(i => RepoPath.FromText($"{folder}/file-{i:000000}")));
        File.WriteAllText(scene.PathOf("tool"), "echo start\nprintf '%s\\n' \"$@\"\n");
        var check = isList ? Scene.Exec("a", "sh", "tool", "{files}") : Scene.Shell("a", "echo start; printf '%s\\n' {files}");

        var result = scene.Run(check).Checks[0];

        var lines = Scene.TextOf(result).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(CheckStatus.Passed, result.Status);
        Assert.InRange(lines.Count(line => line == "start"), 2, 100);
        Assert.Equal(scene.Files.Select(file => Encoding.UTF8.GetString(file.Bytes)), lines.Where(line => line != "start"));
    }

    [Fact]
    public void A_script_that_names_the_files_twice_on_one_line_is_split_for_that_line()
    {
        using var scene = Scene.Create();
        scene.Files.AddRange(ManyFiles().Take(12_000));

        var result = scene.Run(Scene.Shell("a", "echo start; env true {files} {files}")).Checks[0];

        Assert.Equal(CheckStatus.Passed, result.Status);
        Assert.All(Scene.TextOf(result).TrimEnd('\n').Split('\n'), line => Assert.Equal("start", line));
    }

    [Fact]
    public void The_worst_of_several_batches_counts()
    {
        using var scene = Scene.Create();
        scene.Files.AddRange(ManyFiles());

        var result = scene.Run(Scene.Shell("a", "case \"$1\" in *000000) exit 4;; *) exit 0;; esac; : {files}")).Checks[0];

        Assert.Equal((CheckStatus.Failed, (int?)4), (result.Status, result.ExitCode));
    }

    [Fact]
    public void Batches_of_a_check_run_at_once_and_each_file_is_handed_over_once()
    {
        using var scene = Scene.Create(cores: 4);
        scene.Files.AddRange(ManyFiles());
        var script = "mkdir -p met; touch met/$$; until [ $(ls met | wc -l) -ge 2 ]; do sleep 0.01; done; printf '%s\\n' {files}";

        var result = scene.Run(Scene.Shell("a", script) with { Timeout = new Duration(30_000) }).Checks[0];

        Assert.Equal(CheckStatus.Passed, result.Status);
        Assert.True(result.Batches.Count > 1, $"{result.Batches.Count} batches");
        Assert.Equal(scene.Files.Select(file => Encoding.UTF8.GetString(file.Bytes)), Scene.TextOf(result).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Batches_of_a_mutating_check_run_one_after_another()
    {
        using var scene = Scene.Create();
        scene.Files.AddRange(ManyFiles());
        var script = "mkdir lock || exit 9; echo x >> log; sleep 0.05; rmdir lock; : {files}";

        var result = scene.Run(Scene.Shell("a", script) with { Bucket = Bucket.Mutating }).Checks[0];

        Assert.Equal(CheckStatus.Passed, result.Status);
        Assert.InRange(File.ReadAllLines(scene.PathOf("log")).Length, 2, 100);
    }

    private static IEnumerable<RepoPath> ManyFiles()
    {
        var folder = string.Join('/', Enumerable.Repeat(new string('d', 200), 2));
        return Enumerable.Range(0, 30_000).Select(i => RepoPath.FromText($"{folder}/{i:000000}"));
    }

    private static byte[] Leading(RepoPath file) => file.Bytes[0] == '-' ? "./"u8.ToArray() : [];
}
