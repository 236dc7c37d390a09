using System;
using System.IO;
using FirstTry.Engine.Fingerprints;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Fingerprints;

public sealed class WhatAKeyDependsOn
{
    [Fact]
    public void Nothing_changed_is_the_same_key()
    {
        using var bench = Bench.Create();

        var first = bench.KeyOf(Bench.Whole());

        Assert.Equal(first, bench.KeyOf(Bench.Whole()));
        Assert.Matches("^[0-9a-f]{64}$", first);
    }

    [Fact]
    public void The_salt_disowns_every_key()
    {
        using var bench = Bench.Create();
        var first = bench.KeyOf(Bench.Whole());

        bench.Salt = "2";

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole()));
    }

    [Theory]
    [InlineData(new[] { "a b" }, new[] { "a", "b" })]
    [InlineData(new[] { "a", "b" }, new[] { "b", "a" })]
    [InlineData(new[] { "a" }, new[] { "a", "" })]
    [InlineData(new string[0], new[] { "" })]
    public void Arguments_are_told_apart(string[] left, string[] right)
    {
        using var bench = Bench.Create();

        var first = bench.KeyOf(Bench.Whole(["true", .. left]));

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole(["true", .. right])));
    }

    [Fact]
    public void A_script_is_not_an_argument_list()
    {
        using var bench = Bench.Create();

        var first = bench.KeyOf(new Check("a") { Run = Command.Shell("true") });

        Assert.NotEqual(first, bench.KeyOf(new Check("a") { Run = Command.Exec("true") }));
    }

    [Fact]
    public void What_the_check_is_called_does_not_count()
    {
        using var bench = Bench.Create();

        Assert.Equal(bench.KeyOf(Bench.Whole()), bench.KeyOf(Bench.Whole() with { Name = "b", Description = "c", Hint = "d" } with { Tags = ["x"] }));
    }

    public static TheoryData<string, Func<Check, Check>> Commands => new()
    {
        { "root", check => check with { Root = "src" } },
        { "stdin", check => check with { Stdin = StandardInput.Hook } },
        { "timeout", check => check with { Timeout = new Duration(5000) } },
        { "fix", check => check with { Fix = Command.Exec("true") } },
        { "outputs", check => check with { Outputs = Scene.Globs("out") } },
        { "bucket", check => check with { Bucket = Bucket.Mutating } },
        { "env", check => check with { Env = [new EnvironmentVariable("A", "")] } },
        { "pass_env", check => check with { PassEnv = ["A"] } },
        { "tools", check => check with { Tools = ["cat"] } },
        { "inputs", check => check with { Inputs = Scene.Globs("src/**") } },
        { "extra_inputs", check => check with { ExtraInputs = Scene.Globs("built.txt") } },
        { "branch", check => check with { Only = [new Condition { Branch = Scene.Globs("main") }] } },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_part_of_the_check_that_can_matter_counts(string part, Func<Check, Check> change)
    {
        using var bench = Bench.Create("part_" + part);

        Assert.NotEqual(bench.KeyOf(Bench.Whole()), bench.KeyOf(change(Bench.Whole())));
    }

    [Fact]
    public void An_unset_variable_is_not_an_empty_one()
    {
        using var bench = Bench.Create();
        var check = Bench.Whole() with { PassEnv = ["LEVEL"] };
        var unset = bench.Of(check);

        bench.Environment = bench.Environment.With("LEVEL", "");
        var empty = bench.Of(check);
        bench.Environment = bench.Environment.With("LEVEL", "2");
        var two = bench.Of(check);

        Assert.NotEqual(unset.Key, empty.Key);
        Assert.NotEqual(empty.Key, two.Key);
        Assert.Equal("environment variable LEVEL was set", Assert.Single(Bench.Difference(unset, empty)).Text);
        Assert.Equal("environment variable LEVEL changed", Assert.Single(Bench.Difference(empty, two)).Text);
    }

    [Fact]
    public void A_variable_that_nobody_declared_does_not_count()
    {
        using var bench = Bench.Create();
        var first = bench.KeyOf(Bench.Whole());

        bench.Environment = bench.Environment.With("LEVEL", "2").With("LC_ALL", "de_DE.UTF-8").With("TZ", "Asia/Tokyo").With("USER", "eve");

        Assert.Equal(first, bench.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void The_value_of_a_passed_variable_is_nowhere_in_the_document()
    {
        using var bench = Bench.Create();
        bench.Environment = bench.Environment.With("TOKEN", "hunter2-hunter2");

        var fingerprint = bench.Of(Bench.Whole() with { PassEnv = ["TOKEN"] });

        Assert.Equal(-1, fingerprint.Document.Span.IndexOf("hunter2"u8));
        Assert.NotEqual(-1, fingerprint.Document.Span.IndexOf("TOKEN"u8));
    }

    [Fact]
    public void No_path_of_the_machine_is_in_the_document()
    {
        using var bench = Bench.Create();

        var fingerprint = bench.Of(new Check("a") { Run = Command.Shell("cat src/*") });

        Assert.Equal(-1, fingerprint.Document.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes(bench.Repository.Outside)));
        Assert.Equal(-1, fingerprint.Document.Span.IndexOf("/usr/bin"u8));
    }

    [Fact]
    public void Another_place_home_and_user_give_the_same_key()
    {
        using var here = Bench.Create("here");
        using var there = Bench.Create("there");
        there.Environment = there.Environment.With("HOME", "/nowhere").With("USER", "eve").With("PATH", "/usr/local/bin:/usr/bin:/bin");
        File.SetUnixFileMode(there.Repository.PathOf("README.md"), UnixFileMode.UserRead);

        Assert.Equal(here.KeyOf(Bench.Whole()), there.KeyOf(Bench.Whole()));
    }

    [Fact]
    public void What_a_needed_check_left_behind_counts()
    {
        using var bench = Bench.Create();
        var session = bench.Session();
        var planned = Bench.Planned(Bench.Whole());

        var first = session.Of(planned, [new PostState("gen", new string('a', 64))]);
        var second = session.Of(planned, [new PostState("gen", new string('b', 64))]);

        Assert.NotEqual(first.Key, second.Key);
        Assert.Equal("what gen left behind changed", Assert.Single(Bench.Difference(first, second)).Text);
    }

    [Fact]
    public void An_interactive_check_has_no_key()
    {
        using var bench = Bench.Create();

        Assert.Equal("it is interactive", bench.Of(Bench.Whole() with { Interactive = true }).Obstacle);
    }
}
