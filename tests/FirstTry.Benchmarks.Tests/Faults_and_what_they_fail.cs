using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Tests;

/// <summary>Faults that are put into files, and what the output of tools says of them.</summary>
public sealed class Faults_and_what_they_fail
{
    [Theory]
    [InlineData(".py", false, "def f():\n    return 1\n", "def f():\n    raise RuntimeError('fault'); return 1\n")]
    [InlineData(".py", true, "def t():\n    assert f()\n", "def t():\n    assert 'fault' == ''; assert f()\n")]
    [InlineData(".js", false, "function f() {\n\treturn 1;\n}\n", "function f() {\n\tthrow new Error('fault'); return 1;\n}\n")]
    [InlineData(".js", true, "it('a', () => {\n  expect(f()).toBe(1)\n})\n", "it('a', () => {\n  throw new Error('fault'); expect(f()).toBe(1)\n})\n")]
    [InlineData(".js", true, "const a = [\n  assert(1)]\nb(\n  expect(2))\n", null)]
    [InlineData(".cs", false, "int F() =>\n  x\n", null)]
    public void A_fault_is_put_before_a_statement_or_nowhere(string language, bool isTest, string sound, string? faulty) =>
        Assert.Equal(faulty, FaultyLine.In(sound, language, isTest));

    [Theory]
    [InlineData("Assert.Equal(1, F());")]
    [InlineData("result.ShouldBe(1);")]
    public void Assertions_of_dotnet_come_after_the_fault(string assertion)
    {
        var faulty = FaultyLine.In($"void T()\n{{\n    {assertion}\n}}\n", ".cs", isTest: true)!.Split('\n')[2];

        Assert.StartsWith("    if (", faulty, System.StringComparison.Ordinal);
        Assert.EndsWith("throw new global::System.InvalidOperationException(\"fault\"); " + assertion, faulty, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Every_package_has_its_turn_and_each_edit_is_taken_back()
    {
        using var folder = TemporaryDirectory.Create();
        string[] paths = ["packages/a/lib/1.js", "packages/a/lib/2.js", "packages/a/lib/3.js", "packages/b/lib/1.js", "packages/a/test/1.js", "docs/x.js", "README.md"];
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(path))!);
            File.WriteAllText(folder.PathOf(path), "// é\r\n{\n  return 1;\n}\n{\n  assert(1);\n}\n", Encoding.UTF8);
        }

        var sound = File.ReadAllBytes(folder.PathOf(paths[0]));
        var edits = FaultyEdit.Of(folder.FullPath, paths, 2);
        edits[0].Apply();
        var faulty = File.ReadAllText(folder.PathOf(edits[0].Path));
        edits[0].TakeBack();

        Assert.Equal(["packages/a/lib/1.js", "packages/b/lib/1.js", "packages/a/test/1.js", "README.md"], edits.Select(edit => edit.Path));
        Assert.Contains("fault", faulty, System.StringComparison.Ordinal);
        Assert.Equal(sound, File.ReadAllBytes(folder.PathOf(edits[0].Path)));
    }

    [Theory]
    [InlineData("FAILED tests/test_a.py::test_b - assert 1 == 2", "tests/test_a.py::test_b")]
    [InlineData("  Failed Core.Tests.A.B(x: 1) [12 ms]", "Core.Tests.A.B(x: 1)")]
    [InlineData("failed ParsedExpression (x: y) (24ms)", "ParsedExpression (x: y)")]
    [InlineData("  12) parses \"a\":", "parses \"a\"")]
    [InlineData("✖ sums up (1.5ms)", "sums up")]
    [InlineData("/r/a.cs(1,2): error CS0103: no name [/r/a.csproj]", "/r/a.cs(1,2): error CS0103: no name")]
    [InlineData("npm error workspace espree@11.2.0", "espree")]
    public void The_names_of_failures_are_the_same_in_every_run(string line, string name) =>
        Assert.Equal(["it", "it: " + name], Of("failed", cached: false, line).Failed);

    [Theory]
    [InlineData("> espree@11.2.0 test\n> mocha", "espree")]
    [InlineData("Test run for /r/bin/Core.Tests.dll (.NETCoreApp,Version=v10.0)", "Core.Tests")]
    [InlineData("/r/bin/Core.Tests.dll (net10.0|x64) passed (413ms)", "Core.Tests")]
    public void What_was_started_is_told_by_the_output(string output, string unit)
    {
        Assert.Equal([unit], Of("passed", cached: false, output).Units);
        Assert.Empty(Of("passed", cached: true, output).Units);
        Assert.False(Of("passed", cached: true, output).HasRun);
        Assert.False(Of("skipped", cached: false, "").HasRun);
    }

    private static CheckOutcome Of(string status, bool cached, string output) =>
        CheckOutcome.In($$"""{"checks":[{"name":"it","status":"{{status}}","cached":{{(cached ? "true" : "false")}},"reason":null,"output":{{JsonSerializer.Serialize("first\n" + output + "\nlast\n")}}}]}""")[0];
}
