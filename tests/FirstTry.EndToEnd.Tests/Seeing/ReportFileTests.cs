using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Seeing;

/// <summary>Reports in files, and for GitHub: they are there whatever the verdict, and one that cannot be written is never a pass.</summary>
public sealed class ReportFileTests
{
    private const string Config = """
        version: 1
        checks:
          lint: { run: "echo 'a.py:3:5: E501 line too long'; exit 1" }
          types: { run: "true" }
        profiles: { bad: { checks: [lint, types] }, good: { checks: [types] } }
        """;

    [Fact]
    public void Verdicts_findings_and_times_are_written_beside_the_text()
    {
        using var repository = Repository();

        var run = repository.Firsttry("run", "bad", "--junit", "out/junit.xml", "--sarif", "out/deeper/run.sarif", "--trace", "out/trace.json");

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("failed    lint", run.Output, StringComparison.Ordinal);
        Assert.Equal(["lint", "types"], XElement.Load(repository.PathOf("out/junit.xml")).Descendants("testcase").Select(test => test.Attribute("name")!.Value));
        var result = Json(repository, "out/deeper/run.sarif").GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("lint/E501", result.GetProperty("ruleId").GetString());
        var names = Json(repository, "out/trace.json").GetProperty("traceEvents").EnumerateArray().Where(entry => entry.GetProperty("ph").GetString() == "X").Select(entry => entry.GetProperty("name").GetString()).ToList();
        Assert.Contains("fast", names);
        Assert.Contains("lint", names);
        Assert.Contains("look for types", names);
        Assert.Equal(["deeper", "junit.xml", "trace.json"], Directory.GetFileSystemEntries(repository.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void They_go_with_json_and_replace_earlier_ones()
    {
        using var repository = Repository();
        repository.Write("junit.xml", "old");

        var run = repository.Firsttry("run", "good", "--format", "json", "--junit", "junit.xml", "--sarif", "/dev/stderr");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.StartsWith("{\"schema\":1", run.Output, StringComparison.Ordinal);
        Assert.Equal("testsuites", XElement.Load(repository.PathOf("junit.xml")).Name.LocalName);
        Assert.Contains("\"version\": \"2.1.0\"", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--junit", "a.py/report", "a.py/report")]
    [InlineData("--sarif", "folder", "folder")]
    [InlineData("--trace", "", "--trace")]
    public void A_file_that_cannot_be_written_is_said_before_anything_runs(string option, string file, string named)
    {
        using var repository = Repository("version: 1\nchecks: { a: { run: \"touch ../ran\" } }\nprofiles: { p: { checks: [a] } }");
        Directory.CreateDirectory(repository.PathOf("folder"));

        var run = repository.Firsttry("run", "p", option, file);

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(repository.Outside, "ran")));
    }

    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 1)]
    public void A_place_that_is_gone_at_the_end_is_no_pass(string verdict, int exitCode)
    {
        using var repository = Repository($"version: 1\nchecks: {{ a: {{ run: \"rm -r ../out; touch ../out; {verdict}\" }} }}\nprofiles: {{ p: {{ checks: [a] }} }}");

        var run = repository.Firsttry("run", "p", "--junit", "../out/junit.xml");

        Assert.True(run.ExitCode == exitCode, run.ToString());
        Assert.Contains("--junit: '../out/junit.xml' cannot be written", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_of_github_gets_groups_and_annotations()
    {
        using var repository = Repository();
        repository.Environment["GITHUB_ACTIONS"] = "true";

        var run = repository.Firsttry("run", "bad");

        Assert.True(run.ExitCode == 1, run.ToString());
        var lines = run.Output.Split('\n');
        Assert.Equal("::group::output of lint", lines[1]);
        Assert.StartsWith("::stop-commands::", lines[2], StringComparison.Ordinal);
        Assert.Equal($"::{lines[2]["::stop-commands::".Length..]}::", lines[4]);
        Assert.Contains("::error file=a.py,line=3,col=5,title=lint%3A E501::line too long", lines);
    }

    private static TemporaryRepository Repository(string config = Config, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", config + "\n");
        repository.Write("a.py", "");
        repository.CommitAll();
        return repository;
    }

    private static JsonElement Json(TemporaryRepository repository, string file) => JsonDocument.Parse(repository.Read(file)).RootElement;
}
