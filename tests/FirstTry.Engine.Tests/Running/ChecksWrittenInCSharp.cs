using System;
using System.Collections.Generic;
using System.Threading;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Engine.Tests.Fingerprints;
using FirstTry.Graph;
using FirstTry.Graph.Authoring;

namespace FirstTry.Engine.Tests.Running;

public sealed class ChecksWrittenInCSharp
{
    private const string Source = "0123";

    [Fact]
    public void An_error_is_a_failure_at_its_line_and_a_warning_is_none()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt", "one\r\nTODO two\n");
        scene.Change("b.txt", "\uFEFFthree");

        var failed = Run(scene, files => [files[0].At(2, "do it"), files[1].At(0, "too short", Severity.Warning), new Finding("b.txt", 1, "odd", Severity.Warning)]);
        var passed = Run(scene, files => [files[1].At(1, "odd", Severity.Warning)]);
        var whole = Run(scene, files => [files[1].At(0, "too short")]);

        Assert.Equal((CheckStatus.Failed, "a.txt:2: do it\nb.txt: warning: too short\nb.txt:1: warning: odd\n"), (failed.Status, Scene.TextOf(failed)));
        Assert.Equal((CheckStatus.Passed, "b.txt:1: warning: odd\n"), (passed.Status, Scene.TextOf(passed)));
        Assert.Equal((CheckStatus.Failed, "b.txt: too short\n"), (whole.Status, Scene.TextOf(whole)));
    }

    [Fact]
    public void It_sees_the_changed_files_that_it_is_about_with_their_content()
    {
        using var scene = Scene.Create();
        scene.Change("src/a.txt", "\uFEFFone\r\ntwo\n\nfour");
        scene.Change("src/a.py");
        var seen = new List<string>();

        var result = Run(scene, files =>
        {
            foreach (var file in files)
            {
                seen.Add($"{file.Path}|{string.Join('|', file.ReadLines())}|{file.ReadText().Length}|{file.ReadBytes().Length}");
            }

            return [];
        });

        Assert.Equal(CheckStatus.Passed, result.Status);
        Assert.Equal(["src/a.txt|one|two||four|14|17"], seen);
    }

    [Fact]
    public void Without_a_runner_it_is_an_error_with_the_way_out()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");

        var result = RunWith(scene, null, Source);

        Assert.Equal(CheckStatus.Error, result.Status);
        Assert.True(result.IsFailure);
        Assert.Equal("check 'todo' uses 'no-todo', which is written in C# and is not compiled here: 'firsttry build' compiles it into a native runner, which needs the .NET SDK 10.", result.Reason);
    }

    [Theory]
    [InlineData("4567")]
    [InlineData(null)]
    public void What_was_compiled_from_other_sources_does_not_stand_for_these(string? source)
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");

        var result = RunWith(scene, new CodeCheckSet(Source, [new CodeCheck("no-todo", "A.B", (_, _) => [])]), source);

        Assert.Equal(CheckStatus.Error, result.Status);
        Assert.Contains("the sources in 'checks', as they go out, are not those that were compiled", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_the_compiler_has_not_seen_is_an_error()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");

        var result = RunWith(scene, new CodeCheckSet(Source, [new CodeCheck("another", "A.B", (_, _) => [])]), Source);

        Assert.Equal(CheckStatus.Error, result.Status);
        Assert.Contains("'[Check(\"no-todo\")]' must not stand in code that is left out by '#if'", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_is_an_error_also_one_on_the_way_through_the_findings()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");

        var at_once = Run(scene, _ => throw new InvalidOperationException("no idea"));
        var later = Run(scene, Later);

        Assert.All([at_once, later], result => Assert.Equal(CheckStatus.Error, result.Status));
        Assert.Equal("check 'todo' came to no verdict: Todo.InText threw InvalidOperationException: no idea", at_once.Reason);
        Assert.Contains("at ", Scene.TextOf(later), StringComparison.Ordinal);

        static IEnumerable<Finding> Later(IReadOnlyList<CheckedFile> files)
        {
            yield return files[0].At(1, "first");
            throw new InvalidOperationException("no idea");
        }
    }

    [Fact]
    public void No_findings_at_all_and_a_finding_that_is_none_are_errors()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");

        var nothing = Run(scene, _ => null!);
        var none = Run(scene, _ => [null!]);

        Assert.All([nothing, none], result => Assert.Equal(CheckStatus.Error, result.Status));
        Assert.Contains("Todo.InText returned null", nothing.Reason, StringComparison.Ordinal);
        Assert.Contains("returned a finding that is null", none.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_loop_ends_at_its_time_limit()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");
        var isOver = false;

        var result = Run(scene, _ => Endless(() => Volatile.Read(ref isOver)), new Duration(200));
        Volatile.Write(ref isOver, true);

        Assert.Equal((CheckStatus.TimedOut, "not done after 200ms"), (result.Status, result.Reason));
        Assert.True(result.IsFailure);
    }

    [Fact]
    public void An_interrupt_does_not_wait_for_it()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");
        using var interrupt = new CancellationTokenSource();
        var isOver = false;

        var result = RunWith(
            scene,
            new CodeCheckSet(Source, [new CodeCheck("no-todo", "Todo.InText", (_, _) =>
            {
                interrupt.Cancel();
                return Endless(() => Volatile.Read(ref isOver));
            })]),
            Source,
            cancellation: interrupt.Token);
        Volatile.Write(ref isOver, true);

        Assert.Equal(CheckStatus.Cancelled, result.Status);
    }

    [Fact]
    public void Two_run_at_once()
    {
        using var scene = Scene.Create();
        scene.Change("a.txt");
        using var both = new Barrier(2);
        var set = new CodeCheckSet(Source, [new CodeCheck("no-todo", "A.B", Meet), new CodeCheck("another", "A.C", Meet)]);
        var request = scene.Request(Uses("no-todo"), Uses("another"));

        var result = scene.Run(request with { Graph = request.Graph with { CodeSource = Source } }, scene.Context() with { Code = set });

        Assert.All(result.Checks, check => Assert.Equal(CheckStatus.Passed, check.Status));

        IEnumerable<Finding> Meet(IReadOnlyList<CheckedFile> files, CancellationToken cancellation) =>
            both.SignalAndWait(TimeSpan.FromSeconds(30), cancellation) ? [] : [files[0].At(1, "alone")];
    }

    [Fact]
    public void Its_sources_are_part_of_its_fingerprint()
    {
        using var bench = Bench.Create();
        string? KeyOf(string? source) => bench.Session().Of(
            new PlannedCheck { Check = Uses("no-todo"), Bucket = Bucket.Fast, Files = [RepoPath.FromText("src/app.py")], CodeSource = source }, []).Key;

        var first = KeyOf("one");

        Assert.NotNull(first);
        Assert.Equal(first, KeyOf("one"));
        Assert.NotEqual(first, KeyOf("two"));
        Assert.Null(KeyOf(null));
    }

    private static IEnumerable<Finding> Endless(Func<bool> isOver)
    {
        while (!isOver())
        {
            Thread.Sleep(1);
        }

        return [];
    }

    private static Check Uses(string name, Duration? timeout = null) => new(name == "no-todo" ? "todo" : name)
    {
        Uses = new Adapter(name, []) { IsCode = true },
        Files = Scene.Globs("*.txt"),
        Timeout = timeout,
    };

    private static CheckResult Run(Scene scene, Func<IReadOnlyList<CheckedFile>, IEnumerable<Finding>> look, Duration? timeout = null) =>
        RunWith(scene, new CodeCheckSet(Source, [new CodeCheck("no-todo", "Todo.InText", (files, _) => look(files))]), Source, timeout);

    private static CheckResult RunWith(Scene scene, CodeCheckSet? compiled, string? source, Duration? timeout = null, CancellationToken cancellation = default)
    {
        var request = scene.Request(Uses("no-todo", timeout));
        return Assert.Single(scene.Run(request with { Graph = request.Graph with { CodeSource = source } }, scene.Context() with { Code = compiled }, cancellation: cancellation).Checks);
    }
}
