using System.IO;
using System.Linq;
using FirstTry.Benchmarks.Workloads;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Tests.Workloads;

/// <summary>What the checks themselves tell of having run.</summary>
public sealed class Marking_what_ran
{
    [Fact]
    public void Marks_are_read_in_any_order_with_what_a_check_did()
    {
        var run = MarkedRun.Read(["types 1", "+unit 3 files", "unit 0", "lint 0"]);

        Assert.Equal(["lint", "types", "unit of 3 files"], run.Ran);
        Assert.Equal(["types"], run.Failed);
    }

    [Fact]
    public void A_check_that_ran_twice_is_there_twice()
    {
        var run = MarkedRun.Read(["lint 1", "lint 1"]);

        Assert.Equal(["lint", "lint"], run.Ran);
        Assert.Equal(["lint"], run.Failed);
    }

    [Fact]
    public void A_line_that_is_no_mark_is_refused() =>
        Assert.Equal("'lint' is no mark of a check", Assert.Throws<BenchmarkException>(() => MarkedRun.Read(["lint"])).Message);

    [Fact]
    public void A_marking_program_keeps_the_exit_code_and_its_marks_are_taken_once()
    {
        using var folder = TemporaryDirectory.Create();
        var tools = new MarkingTools(folder.FullPath);
        tools.Add("false", "lint");
        tools.Add("true", "types");

        var codes = (Run(tools, "false"), Run(tools, "true"));

        Assert.Equal((1, 0), codes);
        var run = tools.Take();
        Assert.Equal(["lint", "types"], run.Ran);
        Assert.Equal(["lint"], run.Failed);
        Assert.Empty(tools.Take().Ran);
    }

    [Fact]
    public void A_tool_that_is_not_installed_is_named()
    {
        using var folder = TemporaryDirectory.Create();

        var refused = Assert.Throws<BenchmarkException>(() => new MarkingTools(folder.FullPath).Add("no-such-tool", "lint"));

        Assert.StartsWith("no-such-tool is not installed", refused.Message);
    }

    [Fact]
    public void Caches_are_given_back_as_they_were()
    {
        using var folder = TemporaryDirectory.Create();
        var tools = new MarkingTools(folder.FullPath);
        Directory.CreateDirectory(folder.PathOf("saved"));
        File.WriteAllText(folder.PathOf("saved/one"), "1");

        tools.Restore(folder.PathOf("saved"));
        File.WriteAllText(Path.Combine(tools.Caches, "two"), "2");
        tools.Restore(folder.PathOf("saved"));

        Assert.Equal(["one"], Directory.EnumerateFiles(tools.Caches).Select(Path.GetFileName));
        tools.Restore(null);
        Assert.Empty(Directory.EnumerateFiles(tools.Caches));
    }

    private static int Run(MarkingTools tools, string program) => Testing.CommandLine.Run("/", Path.Combine(tools.Programs, program), []).ExitCode;
}
