using System.IO;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Checks that write, and what others may still believe after them.</summary>
public sealed class MutationTests
{
    [Fact]
    public void A_formatter_is_remembered_once_it_has_nothing_to_do()
    {
        using var scene = CacheScene.Create(
            """  fmt: { run: "echo x >> ../fmt.ran; sed -i s/ugly/pretty/ {files}", files: "*.txt", bucket: mutating }""", [("src/a.txt", "ugly\n")]);

        Assert.Equal("fixed", CacheScene.Check(scene.Run(), "fmt").GetProperty("status").GetString());
        scene.Misses("fmt");
        scene.Hits("fmt");
    }

    [Fact]
    public void Two_formatters_that_undo_each_other_are_never_remembered()
    {
        using var scene = CacheScene.Create(
            """
              one: { run: "echo x >> ../one.ran; sed -i s/A/B/ {files}", files: "src/*.txt", bucket: mutating }
              two: { run: "echo x >> ../two.ran; sed -i s/B/A/ {files}", files: "src/*.txt", bucket: mutating }
            """,
            [("src/a.txt", "A\n")]);

        for (var i = 1; i <= 3; i++)
        {
            var report = scene.Run();

            Assert.Equal("fixed", CacheScene.Check(report, "one").GetProperty("status").GetString());
            Assert.Equal("fixed", CacheScene.Check(report, "two").GetProperty("status").GetString());
            Assert.Equal((i, i), (scene.Executions("one"), scene.Executions("two")));
        }
    }

    [Fact]
    public void A_formatter_that_never_converges_is_never_remembered()
    {
        using var scene = CacheScene.Create(
            """  fmt: { run: "echo x >> ../fmt.ran; for f in {files}; do echo more >> \"$f\"; done", files: "src/*.txt", bucket: mutating }""", [("src/a.txt", "")]);

        scene.Misses("fmt");
        scene.Misses("fmt");
        scene.Misses("fmt");

        Assert.Empty(scene.StoreFiles("ac"));
    }

    [Fact]
    public void What_a_formatter_touched_is_judged_anew_by_slow_checks()
    {
        using var scene = CacheScene.Create(
            """
              fmt: { run: "sed -i s/draft/bad/ {files}", files: "src/*.txt", bucket: mutating }
              slow: { run: "echo x >> ../slow.ran; ! grep -rs bad src", inputs: ["src/**"], bucket: slow }
            """,
            [("src/a.txt", "good\n")]);
        scene.Misses("slow");
        scene.Hits("slow");

        scene.Write("src/a.txt", "draft\n");

        Assert.Equal("failed", scene.Misses("slow").GetProperty("status").GetString());
    }

    [Fact]
    public void A_slow_check_keeps_its_hit_when_a_formatter_changed_nothing()
    {
        using var scene = CacheScene.Create(
            """
              fmt: { run: "echo x >> ../fmt.ran; true", files: "src/*.txt", bucket: mutating, cache: false }
              slow: { run: "echo x >> ../slow.ran", inputs: ["src/**"], bucket: slow }
            """,
            [("src/a.txt", "good\n")]);
        scene.Misses("slow");

        scene.Hits("slow");

        Assert.Equal(2, scene.Executions("fmt"));
    }

    [Fact]
    public void A_check_that_passed_before_a_formatter_wrote_is_not_remembered_for_what_it_wrote()
    {
        using var scene = CacheScene.Create(
            """
              lint: { run: "echo x >> ../lint.ran; ! grep -rs bad src", inputs: ["src/**"] }
              fmt: { run: "sed -i s/draft/bad/ {files}", files: "src/*.txt", bucket: mutating }
            """,
            [("src/a.txt", "draft\n")]);
        Assert.Equal("passed", scene.Misses().GetProperty("status").GetString());

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void An_input_that_is_edited_and_put_back_during_the_run_keeps_the_pass_from_being_remembered()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; cp -p src/a.txt ../kept; echo bad > src/a.txt; cp -p ../kept src/a.txt", inputs: ["src/**"] }""",
            [("src/a.txt", "good\n")]);

        Assert.Equal("passed", scene.Misses().GetProperty("status").GetString());
        scene.Misses(because: "not remembered");

        Assert.Empty(scene.StoreFiles("ac"));
    }

    [Fact]
    public void A_file_that_is_made_and_deleted_during_the_run_keeps_the_pass_from_being_remembered()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; touch src/b.txt; rm src/b.txt", inputs: ["src/**"] }""", [("src/a.txt", "good\n")]);

        scene.Misses();
        scene.Misses(because: "not remembered");
    }

    [Fact]
    public void Generated_files_that_are_missing_or_stale_are_made_again_and_who_needs_them_keeps_its_hit()
    {
        using var scene = CacheScene.Create(
            """
              gen: { run: "echo x >> ../gen.ran; mkdir -p out; cat src/*.txt > out/all", inputs: ["src/**"], outputs: ["out/**"] }
              use: { run: "echo x >> ../use.ran; ! grep -q bad out/all", inputs: ["src/**"], extra_inputs: ["out/**"], needs: [gen] }
            """,
            [("src/a.txt", "good\n"), (".gitignore", "out\n")]);
        scene.Run();
        scene.Run();
        Assert.Equal((1, 1), (scene.Executions("gen"), scene.Executions("use")));

        Directory.Delete(scene.Repository.PathOf("out"), recursive: true);
        scene.Run();
        Assert.Equal((2, 1), (scene.Executions("gen"), scene.Executions("use")));

        File.WriteAllText(scene.Repository.PathOf("out/all"), "bad\n");
        Assert.Equal("passed", CacheScene.Check(scene.Run(), "use").GetProperty("status").GetString());
        Assert.Equal((3, 1), (scene.Executions("gen"), scene.Executions("use")));
        Assert.Equal("good\n", scene.Repository.Read("out/all"));

        scene.Write("src/a.txt", "bad\n");
        Assert.Equal("failed", CacheScene.Check(scene.Run(), "use").GetProperty("status").GetString());
    }
}
