using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>One engine: whatever happens in a repository, the runner reports what firsttry reports, byte for byte but for times.</summary>
[Collection(RunnerCollection.Name)]
public sealed class AgreementTests(CompiledRepository compiled)
{
    private static readonly string[][] Calls =
    [
        ["run", "full", "--all-files"],
        ["run", "full", "--all-files"],
        ["run", "--all-files", "--check", "no-fixme", "--check", "spaces"],
        ["run", "pre-push", "--all-files", "--fail-fast", "bucket"],
        ["run", "pre-commit", "--staged", "--skip", "who"],
        ["run", "full", "--last-commit"],
        ["run", "full", "--ci"],
        ["run", "full", "--all-files", "--cache", "off"],
        ["run", "full", "--dry-run", "--all-files"],
        ["run", "nothing-of-this-name"],
    ];

    public static TheoryData<string> Edits =>
    [
        "true",
        "echo 'y = 2  # FIXME' >> app.py",
        "echo more > src/b.txt; git add src/b.txt",
        "printf 'text  \\n' > notes.txt; git add notes.txt",
        "echo abc > a.up; git add a.up; echo def >> a.up",
        "echo x > x.missing; git add x.missing",
        "git rm --quiet app.py",
        "git mv app.py 'a b.py'; echo 'z = 1' >> 'a b.py'",
        "printf 'n = 1\\n' > \"$(printf 'n\\377.py')\"; git add --all",
    ];

    [Theory]
    [MemberData(nameof(Edits))]
    public void The_reports_are_the_same(string edit)
    {
        using var one = compiled.CopyWithoutRunner("with-firsttry");
        using var other = compiled.Copy("with-runner");
        var runner = CompiledRepository.Executable(other);
        Shell(one, edit);
        Shell(other, edit);

        foreach (var call in Calls)
        {
            var expected = one.Firsttry([.. call, "--format", "json"], input: null);
            var actual = other.Run(runner, [.. call, "--format", "json"]);

            Assert.Equal(Comparable(expected, one), Comparable(actual, other));
        }

        Assert.Equal(Picture(one), Picture(other));
    }

    private static string Comparable(CommandResult result, TemporaryRepository repository)
    {
        var report = result.Output.StartsWith('{') ? WithoutTimes(JsonNode.Parse(result.Output)!).ToJsonString() : result.Output;
        return $"{result.ExitCode}\n{report}\n{result.Error}".Replace(repository.Outside, "", System.StringComparison.Ordinal);
    }

    private static JsonNode WithoutTimes(JsonNode node)
    {
        if (node is JsonObject properties)
        {
            foreach (var name in properties.Select(property => property.Key).Where(key => key.EndsWith("_ms", System.StringComparison.Ordinal)).ToList())
            {
                properties[name] = 0;
            }
        }

        foreach (var child in (IEnumerable<JsonNode?>)(node is JsonArray array ? array : node is JsonObject fields ? fields.Select(field => field.Value) : []))
        {
            if (child is not null)
            {
                WithoutTimes(child);
            }
        }

        return node;
    }

    private static string Picture(TemporaryRepository repository) =>
        repository.Git("status", "--porcelain") + "\n" + repository.Git("diff") + "\n" + repository.Git("write-tree");

    private static void Shell(TemporaryRepository repository, string script)
    {
        var result = repository.Run("sh", ["-c", script]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
