using System.Collections.Generic;
using System.Linq;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Adapters;

/// <summary>The commands do with the real tools what the adapters promise; the tools are packages of the system that CI installs.</summary>
public sealed class Running_real_tools
{
    private static readonly Dictionary<string, string?> Environment = new() { ["PYTHONDONTWRITEBYTECODE"] = "1", ["NO_COLOR"] = "1" };

    [Theory]
    [InlineData("flake8", "a.py", "x = 1\n", "import os\n", "F401")]
    [InlineData("black", "a.py", "x = 1\n", "x = ( 1 )\n", "would reformat")]
    [InlineData("mypy", "a.py", "x: int = 1\n", "x: int = \"\"\n", "Incompatible types")]
    [InlineData("pytest", "test_a.py", "def test_a():\n    assert True\n", "def test_a():\n    assert 1 == 2\n", "assert 1 == 2")]
    [InlineData("pytest", "test_a.py", "def test_a():\n    assert True\n", "x = 1\n", "no tests ran")]
    [InlineData("clang-format", "a.c", "int x;\n", "int   x;\n", "clang-format")]
    [InlineData("shellcheck", "a.sh", "#!/bin/sh\necho\n", "#!/bin/sh\necho $1\n", "SC2086")]
    public void A_sound_file_passes_and_a_bad_one_fails_with_the_words_of_the_tool(string adapter, string file, string good, string bad, string words)
    {
        using var folder = AdapterFolder.Create(adapter);

        var passed = Run(folder.With(file, good), folder.Expand(adapter).Run!, file);
        var failed = Run(folder.With(file, bad), folder.Expand(adapter).Run!, file);

        Assert.True(passed.ExitCode == 0, passed.ToString());
        Assert.NotEqual(0, failed.ExitCode);
        Assert.Contains(words, failed.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Black_mends()
    {
        using var folder = AdapterFolder.Create().With("a.py", "x = ( 1 )\n");

        var result = Run(folder, folder.Expand("black").Fix!, "a.py");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("x = 1\n", System.IO.File.ReadAllText(System.IO.Path.Combine(folder.Root, "a.py")));
    }

    [Fact]
    public void Npm_runs_the_script_with_its_arguments()
    {
        using var folder = AdapterFolder.Create().With("package.json", """{"scripts":{"test":"node check.js"}}""")
            .With("check.js", "process.exit(process.argv[2] === '--fail me' ? 3 : 0)\n");

        Assert.Equal(0, Run(folder, folder.Expand("npm-test").Run!, "").ExitCode);
        Assert.NotEqual(0, Run(folder, folder.Expand("npm-test", options: ("args", "--fail me")).Run!, "").ExitCode);
    }

    private static CommandResult Run(AdapterFolder folder, Command command, string file) => CommandLine.Run(
        folder.Root, command.Arguments[0], command.Arguments.Skip(1).Select(argument => argument == "{files}" ? file : argument), Environment);
}
