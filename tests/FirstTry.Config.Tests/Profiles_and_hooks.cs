using System;
using FirstTry.Graph;

namespace FirstTry.Config.Tests;

public sealed class Profiles_and_hooks
{
    private const string Checks = "checks: { a: { run: x, tags: [t] }, b: { run: x }, c: { run: x, tags: [t] } }\n";

    [Fact]
    public void What_is_not_given_has_its_default()
    {
        var profile = Configs.Graph(Checks + "profiles: { p: { checks: [b] } }").Profiles[0];

        Assert.Equal(FailFast.Bucket, profile.FailFast);
        Assert.Null(profile.Files);
        Assert.Equal(Isolation.Tracked, profile.Isolate);
        Assert.Null(profile.Workers);
        Assert.Empty(profile.Env);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var profile = Configs.Graph(
            Checks + "profiles: { p: { checks: [b], fail_fast: now, files: pushed, isolate: none, workers: 7, env: { A: b } } }").Profiles[0];

        Assert.Equal(FailFast.Now, profile.FailFast);
        Assert.Equal(FileSelection.Pushed, profile.Files);
        Assert.Equal(Isolation.None, profile.Isolate);
        Assert.Equal(7, profile.Workers);
        Assert.Equal([new EnvironmentVariable("A", "b")], profile.Env);
    }

    [Fact]
    public void A_tag_stands_for_its_checks_and_each_check_counts_once()
    {
        Assert.Equal("b a c", NamesOf("p: { checks: [b, 'tag:t', a] }"));
    }

    [Fact]
    public void The_checks_of_extended_profiles_come_first()
    {
        Assert.Equal("c b a", NamesOf("p: { extends: [r, q], checks: [a] }, q: { checks: [b] }, r: { checks: [c] }"));
    }

    [Fact]
    public void A_diamond_of_profiles_is_no_circle()
    {
        Assert.Equal("a b c", NamesOf("p: { extends: [q, r] }, q: { extends: s, checks: [b] }, r: { extends: s, checks: [c] }, s: { checks: [a] }"));
    }

    [Fact]
    public void Settings_come_from_the_nearest_and_the_last()
    {
        var profile = Configs.Graph(
            Checks + "profiles: { p: { extends: [q, r], env: { C: p } }, q: { fail_fast: now, workers: 2, env: { A: q, B: q } }, "
            + "r: { fail_fast: never, isolate: none, env: { B: r, C: r } } }").Profiles[0];

        Assert.Equal(FailFast.Never, profile.FailFast);
        Assert.Equal(Isolation.None, profile.Isolate);
        Assert.Equal(2, profile.Workers);
        Assert.Equal(
            [new EnvironmentVariable("A", "q"), new EnvironmentVariable("B", "r"), new EnvironmentVariable("C", "p")],
            profile.Env);
    }

    [Fact]
    public void Automatic_workers_undo_an_inherited_number()
    {
        var profile = Configs.Graph("profiles: { p: { extends: q, workers: auto }, q: { workers: 2 } }").Profiles[0];

        Assert.Null(profile.Workers);
    }

    [Fact]
    public void The_file_itself_has_workers()
    {
        Assert.Equal(1024, Configs.Graph("workers: 1024").Workers);
        Assert.Null(Configs.Graph("workers: auto").Workers);
    }

    [Fact]
    public void A_hook_has_a_profile_by_name_or_in_place()
    {
        var graph = Configs.Graph(Checks + "profiles: { p: { checks: [a] } }\nhooks: { commit-msg: { extends: p, checks: [b] }, pre-commit: p, post-merge: { checks: [b] } }");

        Assert.Equal("a b", NamesOf(graph.Hooks[0].Profile));
        Assert.Null(graph.Hooks[0].Profile.Name);
        Assert.Same(graph.Profiles[0], graph.Hooks[1].Profile);
        Assert.Equal("post-merge", graph.Hooks[2].Name);
        Assert.Equal("b", NamesOf(graph.Hooks[2].Profile));
    }

    [Fact]
    public void Every_hook_of_git_is_known()
    {
        foreach (var name in HookNames.All)
        {
            Assert.NotNull(Configs.Graph(Checks + $"hooks: {{ {name}: {{ checks: [a] }} }}").FindHook(name));
        }
    }

    private static string NamesOf(string profiles) => NamesOf(Configs.Graph(Checks + "profiles: { " + profiles + " }").Profiles[0]);

    private static string NamesOf(Profile profile) => string.Join(' ', Array.ConvertAll([.. profile.Checks], check => check.Name));
}
