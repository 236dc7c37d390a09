using System;
using System.Globalization;
using System.Linq;
using Xunit.Abstractions;

namespace FirstTry.EndToEnd.Tests.Isolation.Soak;

/// <summary>
/// Random commits of files that are staged in part, with a fixer that rewrites lines around the unstaged ones and a second process that
/// saves meanwhile. A model of its own says what must be in every file, in the index and in HEAD.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private static readonly int Commits = Number("FIRSTTRY_SOAK_COMMITS", 500);

    [Fact]
    public void Every_byte_is_where_the_model_says()
    {
        var seed = Number("FIRSTTRY_SOAK_SEED", Environment.TickCount & 0xFFFFFF);
        output.WriteLine($"seed {seed} (FIRSTTRY_SOAK_SEED), {Commits} commits (FIRSTTRY_SOAK_COMMITS)");
        using var world = new SoakWorld(seed);

        for (var i = 0; i < Commits; i++)
        {
            world.Work();
            var wrong = new SoakCommit(world).Make();

            Assert.True(wrong.Length == 0, $"seed {seed}, commit {i}: {wrong}");
        }

        output.WriteLine(string.Join("; ", world.Counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}: {count.Value}")));
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
