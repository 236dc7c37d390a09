using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Schema;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Reporting.Exports;
using FirstTry.Engine.Running;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Schema.Tests;

/// <summary>Reports for other programs, judged by the schemas that those programs have: that of Jenkins for JUnit XML, that of SARIF 2.1.0.</summary>
public sealed class ReportsKeepToTheirSchemas
{
    private const string Hostile = "]]>\e[31m<x a=\"&\">\0\u0001\r\n\u0085\uFFFE a.py:1:2: E501 </failure> \" \\ \ud83d\ude00\n::error::x\na.py:1:2: E501 too \"long\" <&>\n";

    [Fact]
    public void Junit_xml_is_what_build_servers_read()
    {
        foreach (var run in Runs())
        {
            using var output = new MemoryStream();

            JunitExport.Write(output, run);

            Assert.Empty(JudgeXml(output.ToArray()));
        }
    }

    [Fact]
    public void The_judge_of_junit_xml_objects_to_what_is_wrong() =>
        Assert.NotEmpty(JudgeXml("<testsuites><testsuite name='x'><testcase/></testsuite></testsuites>"u8.ToArray()));

    [Fact]
    public void Sarif_is_what_code_scanning_reads()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("a.py"), "");
        var logs = Runs().Select(run => Sarif(run, directory.FullPath)).ToList();

        var verdicts = JudgeSarif([.. logs, """{"version":"2.1.0","runs":[{"results":[{}]}]}"""]);

        Assert.Contains("a.py", logs[0], StringComparison.Ordinal);
        Assert.All(verdicts.SkipLast(1), Assert.Empty);
        Assert.NotEmpty(verdicts[^1]);
    }

    private static IEnumerable<RunResult> Runs()
    {
        var all = Enum.GetValues<CheckStatus>().Select((status, index) => Result($"check-{index}", status, (Bucket)(index % 3), Hostile)).ToArray();
        yield return Run([.. all, all[1] with { IsFailure = false }, Result("plain", CheckStatus.Failed, Bucket.Fast, "no place")]);
        yield return Run([]);
        yield return Run([Result("é \" <&> \u0001", CheckStatus.Failed, Bucket.Slow, "")]) with { IsInterrupted = true };
    }

    private static RunResult Run(CheckResult[] results) => new()
    {
        Plan = new Plan { Checks = [.. results.Select(result => result.Planned)], Hook = "pre-commit", Profile = "quick" },
        Checks = results,
        Duration = TimeSpan.FromMilliseconds(1234.56),
        IsInterrupted = false,
    };

    private static CheckResult Result(string name, CheckStatus status, Bucket bucket, string output) => new()
    {
        Planned = new PlannedCheck { Check = new Check(name), Bucket = bucket },
        Status = status,
        Reason = status == CheckStatus.Passed ? null : "because \0 <of> \e[1m",
        ExitCode = status == CheckStatus.Skipped ? null : 1,
        Output = [.. Encoding.UTF8.GetBytes(output), 0xff],
        Duration = TimeSpan.FromMilliseconds(12.34),
        IsFailure = status is CheckStatus.Failed or CheckStatus.TimedOut or CheckStatus.Error,
    };

    private static List<string> JudgeXml(byte[] document)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Path.Combine(SourceTree.TestProject, "schemas", "jenkins-junit.xsd"));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, problem) => problems.Add(problem.Message);
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read())
        {
        }

        return problems;
    }

    private static string Sarif(RunResult run, string root)
    {
        using var output = new MemoryStream();
        SarifExport.Write(output, run, root, "1.2.3");
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string[][] JudgeSarif(IReadOnlyList<string> logs)
    {
        var input = new JsonObject { ["modules"] = NodePackages.Directory, ["logs"] = new JsonArray([.. logs.Select(log => JsonValue.Create(log))]) };
        var script = Path.Combine(SourceTree.TestProject, "judge-sarif.cjs");
        var result = CommandLine.Run(SourceTree.TestProject, "node", [script], input: input.ToJsonString());
        Assert.True(result.ExitCode == 0, $"node judge-sarif.cjs: {result}");
        return JsonSerializer.Deserialize<string[][]>(result.Output)!;
    }
}
