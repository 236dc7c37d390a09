using FirstTry.EndToEnd.Tests.Cache;

namespace FirstTry.EndToEnd.Tests.Adapters;

/// <summary>Tests in a folder that read data beside it are neither remembered nor skipped when that data changes.</summary>
public sealed class Shared_data
{
    [Fact]
    public void A_change_of_data_beside_the_root_runs_the_tests_that_read_it()
    {
        using var scene = CacheScene.Create(
            "  web: { uses: npm-test, root: web }",
            [
                ("web/package.json", """{"name":"web","scripts":{"test":"node test.js"}}"""),
                ("web/test.js", "if (JSON.parse(require('fs').readFileSync('../testdata/a.json')).sum !== 2) process.exit(1);"),
                ("testdata/a.json", """{"sum":2}"""),
                ("docs/guide.md", "text"),
            ]);
        scene.Run();

        scene.Write("testdata/a.json", """{"sum":3}""");

        Assert.Equal(1, scene.Run().GetProperty("exit_code").GetInt32());
        Assert.Equal(1, scene.Repository.Firsttry("run").ExitCode);
    }
}
