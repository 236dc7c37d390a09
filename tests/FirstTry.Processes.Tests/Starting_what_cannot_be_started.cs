using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.Processes.Tests;

public sealed class Starting_what_cannot_be_started
{
    [Theory]
    [InlineData("no-such-program-anywhere")]
    [InlineData("/no/such/program")]
    [InlineData("./no-such-program")]
    public void What_is_not_there_is_not_found(string program)
    {
        var outcome = ProcessRunner.Run(Scripts.Program(program));

        AssertNotStarted("not found", outcome);
    }

    [Fact]
    public void A_file_without_the_executable_bit_is_not_executable()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("tool"), "#!/bin/sh\n");

        AssertNotStarted("not executable", ProcessRunner.Run(Scripts.Program(directory.PathOf("tool"))));
        AssertNotStarted("not executable", ProcessRunner.Run(OnPath(directory.FullPath, "tool")));
    }

    [Fact]
    public void A_directory_is_no_program()
    {
        using var directory = TemporaryDirectory.Create();

        AssertNotStarted("a directory, not a program", ProcessRunner.Run(Scripts.Program(directory.FullPath)));
    }

    [Fact]
    public void A_missing_interpreter_is_named_with_its_carriage_return()
    {
        using var directory = TemporaryDirectory.Create();
        Scripts.WriteExecutable(directory.PathOf("tool"), "#! /bin/sh\r\nexit 0\r\n");

        var outcome = ProcessRunner.Run(Scripts.Program(directory.PathOf("tool")));

        AssertNotStarted("not started: its first line names the interpreter '/bin/sh\\r', which is not found", outcome);
    }

    [Fact]
    public void A_script_without_a_first_line_says_so()
    {
        using var directory = TemporaryDirectory.Create();
        Scripts.WriteExecutable(directory.PathOf("tool"), "exit 0\n");

        var outcome = ProcessRunner.Run(Scripts.Program(directory.PathOf("tool")));

        Assert.StartsWith("not executable: it is neither a program for this machine nor a script", outcome.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_working_directory_is_named()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("exit 0") with { WorkingDirectory = "/no/such/place" });

        AssertNotStarted("not started: its working directory '/no/such/place' does not exist or cannot be entered", outcome);
    }

    [Fact]
    public void Arguments_that_are_too_long_are_told()
    {
        var outcome = ProcessRunner.Run(Scripts.Program("true", new string('x', 200_000)));

        AssertNotStarted(
            "not started: its arguments and environment together, or one of them, are longer than this system takes", outcome);
    }

    [Fact]
    public void A_zero_byte_in_an_argument_is_refused()
    {
        var outcome = ProcessRunner.Run(Scripts.Program("echo", "fine", "a\0b"));

        Assert.StartsWith("not started: argument 2 contains a zero byte", outcome.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_path_of_the_childs_environment_is_searched()
    {
        using var directory = TemporaryDirectory.Create();
        Directory.CreateDirectory(directory.PathOf("first/tool"));
        Directory.CreateDirectory(directory.PathOf("second"));
        Scripts.WriteExecutable(directory.PathOf("second/tool"), "#!/bin/sh\necho \"$0\"\n");

        var path = $"/nowhere:{directory.PathOf("first")}:{directory.PathOf("second")}:/usr/bin:/bin";
        var outcome = ProcessRunner.Run(OnPath(path, "tool"));

        Assert.Equal(directory.PathOf("second/tool") + "\n", Scripts.Text(outcome.Output));
    }

    [Theory]
    [InlineData("./tool", "")]
    [InlineData("tool", ":/bin")]
    [InlineData("tool", ".:/bin")]
    [InlineData("tool", "bin:/bin")]
    public void Relative_places_count_from_the_working_directory(string program, string path)
    {
        using var directory = TemporaryDirectory.Create();
        Directory.CreateDirectory(directory.PathOf("bin"));
        Scripts.WriteExecutable(directory.PathOf("tool"), "#!/bin/sh\necho ran\n");
        Scripts.WriteExecutable(directory.PathOf("bin/tool"), "#!/bin/sh\necho ran\n");

        var outcome = ProcessRunner.Run(OnPath(path, program) with { WorkingDirectory = directory.FullPath });

        Assert.Equal("ran\n", Scripts.Text(outcome.Output));
    }

    private static ProcessSpec OnPath(string path, string program) =>
        Scripts.Program(program) with { Environment = Scripts.Environment.With("PATH", path) };

    private static void AssertNotStarted(string failure, ProcessOutcome outcome)
    {
        Assert.Equal(ProcessEnd.NotStarted, outcome.End);
        Assert.Equal(failure, outcome.Failure);
        Assert.Equal(127, outcome.ExitCode);
    }
}
