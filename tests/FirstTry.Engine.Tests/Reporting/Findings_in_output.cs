using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Reporting.Findings;
using FirstTry.Engine.Running;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Reporting;

/// <summary>What tools write is understood as places in files.</summary>
public sealed class Findings_in_output
{
    [Theory]
    [InlineData("ruff", "src/a.py:1:8: F401 [*] `os` imported but unused", "src/a.py:1:8 Error F401 `os` imported but unused")]
    [InlineData("ruff of today", "F401 [*] `os` imported but unused\n --> src/a.py:1:8\n  |\n1 | import os\n  |        ^^\n  |\nhelp: Remove unused import: `os`", "src/a.py:1:8 Error F401 `os` imported but unused")]
    [InlineData("flake8", "./src/a.py:3:80: E501 line too long (88 > 79 characters)", "src/a.py:3:80 Error E501 line too long (88 > 79 characters)")]
    [InlineData("mypy", "src/a.py:3: error: Incompatible types in assignment  [assignment]", "src/a.py:3:0 Error assignment Incompatible types in assignment")]
    [InlineData("mypy with columns", "src/a.py:3:5: note: Revealed type is \"int\"", "src/a.py:3:5 Note - Revealed type is \"int\"")]
    [InlineData("gcc", "src/a.c: In function 'main':\nsrc/a.c:3:5: warning: unused variable 'x' [-Wunused-variable]", "src/a.c:3:5 Warning -Wunused-variable unused variable 'x'")]
    [InlineData("clang", "src/a.c:1:10: fatal error: 'x.h' file not found", "src/a.c:1:10 Error - 'x.h' file not found")]
    [InlineData("eslint", "\nROOT/src/a.js\n  3:5  error    'x' is defined but never used  no-unused-vars\n  4:1  warning  Unexpected console statement   no-console\n\n✖ 2 problems", "src/a.js:3:5 Error no-unused-vars 'x' is defined but never used", "src/a.js:4:1 Warning no-console Unexpected console statement")]
    [InlineData("eslint unix", "ROOT/src/a.js:3:5: 'x' is not defined. [Error/no-undef]", "src/a.js:3:5 Error no-undef 'x' is not defined.")]
    [InlineData("eslint compact", "src/a.js: line 3, col 5, Warning - 'x' is not defined. (no-undef)", "src/a.js:3:5 Warning no-undef 'x' is not defined.")]
    [InlineData("tsc", "src/a.ts(1,5): error TS2322: Type 'string' is not assignable to type 'number'.", "src/a.ts:1:5 Error TS2322 Type 'string' is not assignable to type 'number'.")]
    [InlineData("tsc on a terminal", "\u001b[96msrc/a.ts\u001b[0m:\u001b[93m1\u001b[0m:\u001b[93m5\u001b[0m - \u001b[91merror\u001b[0m\u001b[90m TS2322: \u001b[0mNo.", "src/a.ts:1:5 Error TS2322 No.")]
    [InlineData("msbuild", "ROOT/src/a.cs(3,9): error CS1002: ; expected [ROOT/src/a.csproj]", "src/a.cs:3:9 Error CS1002 ; expected")]
    [InlineData("msbuild with an end", "src/a.cs(3,9,3,12): warning CA1822: Make it static [a.csproj::TargetFramework=net10.0]", "src/a.cs:3:9 Warning CA1822 Make it static [a.csproj::TargetFramework=net10.0]")]
    [InlineData("dotnet format", "ROOT/src/a.cs(3,1): error WHITESPACE: Fix whitespace formatting. Delete 4 characters. [ROOT/src/a.csproj]", "src/a.cs:3:1 Error WHITESPACE Fix whitespace formatting. Delete 4 characters.")]
    [InlineData("shellcheck", "\nIn src/a.sh line 3:\necho $x\n     ^-- SC2086 (info): Double quote to prevent globbing.\n\nFor more information:", "src/a.sh:3:6 Note SC2086 Double quote to prevent globbing.")]
    [InlineData("shellcheck gcc", "src/a.sh:3:6: note: Double quote to prevent globbing. [SC2086]", "src/a.sh:3:6 Note SC2086 Double quote to prevent globbing.")]
    [InlineData("rustc", "error[E0308]: mismatched types\n --> src/a.rs:2:5\n  |", "src/a.rs:2:5 Error E0308 mismatched types")]
    [InlineData("clippy", "warning: unused variable: `x`\n --> src/a.rs:2:5", "src/a.rs:2:5 Warning - unused variable: `x`")]
    [InlineData("go vet", "# example.com/m\n./src/a.go:5:2: fmt.Printf format %d has arg of wrong type", "src/a.go:5:2 Error - fmt.Printf format %d has arg of wrong type")]
    [InlineData("black", "would reformat src/a.py\n\nOh no!", "src/a.py:0:0 Error - would be reformatted")]
    [InlineData("a built-in check", "src/a.txt:3: trailing whitespace", "src/a.txt:3:0 Error - trailing whitespace")]
    [InlineData("GitHub's own", "::warning file=src/a.py,line=3,col=7,title=E501::too%2C long%0Areally", "src/a.py:3:7 Warning E501 too, long really")]
    public void The_words_of_a_tool_become_file_line_column_level_rule_and_message(string tool, string output, params string[] expected)
    {
        using var directory = TemporaryDirectory.Create("findings");
        Write(directory, "src/a.py", "src/a.c", "src/a.js", "src/a.ts", "src/a.cs", "src/a.sh", "src/a.rs", "src/a.go", "src/a.txt");

        var found = Read(directory.FullPath, output.Replace("ROOT", directory.FullPath, StringComparison.Ordinal));

        Assert.True(expected.SequenceEqual(found.Select(Describe)), $"{tool}: {string.Join(" | ", found.Select(Describe))}");
    }

    [Theory]
    [InlineData("12:30:45: it is late")]
    [InlineData("missing.py:1:1: E501 no such file")]
    [InlineData("../outside.py:1:1: E501 elsewhere")]
    [InlineData("/etc/passwd:1:1: root")]
    [InlineData("http://example.com:80: nothing")]
    [InlineData("src/a.py:99999999999999999999:1: too large a number")]
    [InlineData("src/a.py:1:1:")]
    [InlineData("  File \"src/a.py\", line 3, in <module>")]
    [InlineData("src/a.py:3: in test_it")]
    [InlineData("src:1:1: a folder")]
    [InlineData("::error file=/etc/passwd,line=1::x")]
    [InlineData("::set-output name=x::y")]
    [InlineData(":::::::::::::::::::::::::::::1:1: x")]
    [InlineData("(((((((((((((1): x")]
    [InlineData(" --> ")]
    [InlineData("In  line 3:")]
    public void What_names_no_file_of_the_repository_is_no_finding(string output)
    {
        using var directory = TemporaryDirectory.Create("no-findings");
        Write(directory, "repo/src/a.py", "outside.py");

        Assert.Empty(Read(directory.PathOf("repo"), output));
    }

    [Fact]
    public void Names_are_those_seen_from_the_folder_of_the_check()
    {
        using var directory = TemporaryDirectory.Create();
        Write(directory, "web/src/a.ts", "top.ts");

        var found = Read(directory.FullPath, "src/a.ts(1,5): error TS1: x\n../top.ts(2,1): error TS2: y\nweb/src/a.ts(3,1): error TS3: z", root: "web");

        Assert.Equal(["web/src/a.ts", "top.ts", "web/src/a.ts"], found.Select(finding => finding.File));
    }

    [Fact]
    public void Names_with_spaces_colons_and_brackets_are_names()
    {
        using var directory = TemporaryDirectory.Create();
        Write(directory, "a b (1).c", "x:1.c", "[id].js");

        var found = Read(directory.FullPath, "a b (1).c:3:4: error: one\nx:1.c:5:6: error: two\n[id].js(7,8): error X1: three\na b (1).c(9): warning: four");

        Assert.Equal(["a b (1).c:3", "x:1.c:5", "[id].js:7", "a b (1).c:9"], found.Select(finding => $"{finding.File}:{finding.Line}"));
    }

    [Fact]
    public void The_same_words_count_once_and_no_tool_gives_more_than_a_thousand()
    {
        using var directory = TemporaryDirectory.Create();
        Write(directory, "a.c");

        Assert.Single(Read(directory.FullPath, "a.c:1:1: error: x\na.c:1:1: error: x\n"));
        Assert.Equal(1000, Read(directory.FullPath, string.Concat(Enumerable.Range(1, 5000).Select(line => $"a.c:{line}:1: error: x\n"))).Count);
    }

    [Fact]
    public void Bytes_of_any_kind_do_no_harm()
    {
        using var directory = TemporaryDirectory.Create();
        Write(directory, "a.c");
        var random = new Random(20260102);
        string[] words = ["a.c", ":", "(", ")", "1", ",", " ", "\n", "-->", "error", "[", "]", "::", "file=", "In ", " line ", "^", "SC1", "\u001b[", "\u001b]", "\0", "\r", "%0A", "é", "line 1, col 2, "];
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => words[random.Next(words.Length)]));

            foreach (var finding in Read(directory.FullPath, text))
            {
                Assert.Equal("a.c", finding.File);
                Assert.DoesNotContain(finding.Message, char.IsControl);
            }
        }
    }

    [Fact]
    public void A_message_is_cut_and_keeps_its_characters_whole()
    {
        using var directory = TemporaryDirectory.Create();
        Write(directory, "a.c");

        var finding = Assert.Single(Read(directory.FullPath, "a.c:1:1: " + string.Concat(Enumerable.Repeat("x😀", 700))));

        Assert.InRange(finding.Message.Length, 900, 1001);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(finding.Message)));
    }

    private static void Write(TemporaryDirectory directory, params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(directory.PathOf(file))!);
            File.WriteAllText(directory.PathOf(file), "");
        }
    }

    private static IReadOnlyList<Finding> Read(string worktreeRoot, string output, string root = ".") => FindingReader.Read(
        new CheckResult
        {
            Planned = new PlannedCheck { Check = new Check("tool") { Root = root }, Bucket = Bucket.Fast },
            Status = CheckStatus.Failed,
            Output = Encoding.UTF8.GetBytes(output),
        },
        worktreeRoot);

    private static string Describe(Finding finding) =>
        $"{finding.File}:{finding.Line}:{finding.Column} {finding.Level} {finding.Rule ?? "-"} {finding.Message}";
}
