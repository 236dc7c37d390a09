using System;
using System.IO;
using System.Threading;
using FirstTry.Engine.Fingerprints;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Fingerprints;

public sealed class GuardAfterARun
{
    public static TheoryData<string, Action<string>, string?, string?> Runs => new()
    {
        { "nothing", static _ => { }, null, null },
        { "an edit", static root => File.WriteAllText(root + "/src/app.py", "edited"), "src/app.py changed while it ran", "src/app.py changed while it ran" },
        { "a new file", static root => File.WriteAllText(root + "/src/new.py", ""), "src/new.py was added while it ran", "src/new.py was added while it ran" },
        { "an edit taken back", Rewrite, "src/app.py was written while it ran", null },
        { "a file made and deleted", MakeAndDelete, "a file was made or removed in src/ while it ran", null },
        { "another variable file", static root => File.WriteAllText(root + "/../other", ""), null, null },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_happened_to_the_inputs_is_seen(string what, Action<string> run, string? reason, string? ofMutating)
    {
        using var bench = Bench.Create("guard_" + what.Replace(' ', '_'));
        foreach (var (bucket, expected) in new[] { (Bucket.Fast, reason), (Bucket.Mutating, ofMutating) })
        {
            bench.Repository.Git("checkout", "--quiet", ".");
            File.Delete(bench.Repository.PathOf("src/new.py"));
            var session = bench.Session();
            var fingerprint = session.Of(Bench.Planned(Bench.Whole() with { Bucket = bucket }), []);
            session.Starting(fingerprint);
            Thread.Sleep(20);

            run(bench.Repository.Root);

            Assert.Equal(expected, session.InputsUnchanged(fingerprint, bucket));
        }
    }

    // A large tree is not held while the check runs: what is compared is kept apart.
    [Fact]
    public void What_happened_to_the_inputs_of_a_large_tree_is_seen()
    {
        using var bench = Bench.Create();
        for (var i = 0; i < 20_001; i++)
        {
            bench.Write($"many/{i % 20}/{i}.txt", "x");
        }

        // What was written just now is in doubt all the time, and would be named first.
        Thread.Sleep(TimeSpan.FromSeconds(2.1));
        foreach (var (run, expected) in new (Action<string>, string?)[]
        {
            (static _ => { }, null),
            (Rewrite, "src/app.py was written while it ran"),
            (MakeAndDelete, "a file was made or removed in src/ while it ran"),
            (static root => File.WriteAllText(root + "/src/app.py", "edited"), "src/app.py changed while it ran"),
        })
        {
            var session = bench.Session();
            Fingerprint[] fingerprints = [session.Of(Bench.Planned(Bench.Whole()), []), session.Of(Bench.Planned(Bench.Whole("true", "again")), [])];
            Array.ForEach(fingerprints, session.Starting);
            Thread.Sleep(20);
            run(bench.Repository.Root);

            Assert.All(fingerprints, fingerprint => Assert.Equal(expected, session.InputsUnchanged(fingerprint, Bucket.Fast)));
        }
    }

    [Fact]
    public void A_tool_that_was_replaced_meanwhile_is_seen()
    {
        using var bench = Bench.Create();
        bench.Tool("lint", "#!/bin/sh\n");
        var session = bench.Session();
        var fingerprint = session.Of(Bench.Planned(Bench.Whole("lint")), []);
        session.Starting(fingerprint);

        bench.Tool("lint", "#!/bin/sh\nexit 1\n");

        Assert.Equal("tool lint changed while it ran", session.InputsUnchanged(fingerprint, Bucket.Fast));
    }

    [Fact]
    public void After_something_ran_the_next_fingerprint_sees_what_it_wrote()
    {
        using var bench = Bench.Create();
        var session = bench.Session();
        var check = Bench.Planned(Bench.Whole());
        var first = session.Of(check, []);

        bench.Write("src/app.py", "written");
        Assert.Equal(first.Key, session.Of(check, []).Key);
        session.TreeMayHaveChanged();

        Assert.NotEqual(first.Key, session.Of(check, []).Key);
    }

    [Fact]
    public void Outputs_are_what_a_check_leaves_behind()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", "out\n");
        var session = bench.Session();
        var check = Bench.Planned(new Check("gen") { Run = Command.Exec("true"), Outputs = Scene.Globs("out/**") });
        var missing = session.PostStateOf(check);

        bench.Write("out/a.txt", "1");
        var first = session.PostStateOf(check);
        bench.Write("out/a.txt", "2");
        var stale = session.PostStateOf(check);
        bench.Write("out/a.txt", "1");

        Assert.NotEqual(missing.Digest, first.Digest);
        Assert.NotEqual(first.Digest, stale.Digest);
        Assert.Equal(first, session.PostStateOf(check));
        Assert.Equal("", session.PostStateOf(Bench.Planned(Bench.Whole())).Digest);
    }

    private static void Rewrite(string root)
    {
        var content = File.ReadAllText(root + "/src/app.py");
        File.WriteAllText(root + "/src/app.py", "edited");
        File.WriteAllText(root + "/src/app.py", content);
    }

    private static void MakeAndDelete(string root)
    {
        File.WriteAllText(root + "/src/tmp.py", "");
        File.Delete(root + "/src/tmp.py");
    }
}
