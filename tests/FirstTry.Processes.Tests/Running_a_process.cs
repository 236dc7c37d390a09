using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using FirstTry.Testing;

namespace FirstTry.Processes.Tests;

public sealed class Running_a_process
{
    [Fact]
    public void Merged_output_keeps_the_order_of_writing()
    {
        var spec = Scripts.Sh("for i in 1 2 3; do echo out$i; echo err$i >&2; done") with { MergeOutput = true };

        var outcome = ProcessRunner.Run(spec);

        Assert.Equal("out1\nerr1\nout2\nerr2\nout3\nerr3\n", Scripts.Text(outcome.Output));
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void Separate_streams_stay_apart()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("echo out; echo err >&2"));

        Assert.Equal("out\n", Scripts.Text(outcome.Output));
        Assert.Equal("err\n", Scripts.Text(outcome.Error));
        Assert.True(outcome.Succeeded);
        Assert.True(outcome.Duration > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    public void The_exit_code_is_the_processs_own(int code)
    {
        var outcome = ProcessRunner.Run(Scripts.Sh($"exit {code}"));

        Assert.Equal(ProcessEnd.Exited, outcome.End);
        Assert.Equal(code, outcome.ExitCode);
    }

    [Theory]
    [InlineData("KILL", 137)]
    [InlineData("SEGV", 139)]
    [InlineData("PIPE", 141)]
    public void A_signal_counts_128_and_its_number(string signal, int code)
    {
        var outcome = ProcessRunner.Run(Scripts.Sh($"kill -{signal} $$"));

        Assert.Equal(ProcessEnd.Signalled, outcome.End);
        Assert.Equal(code, outcome.ExitCode);
    }

    [Fact]
    public void A_writer_whose_reader_has_gone_ends_by_the_signal_as_from_a_shell()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("yes | head -n 1"));

        Assert.Equal("y\n", Scripts.Text(outcome.Output));
        Assert.Equal("", Scripts.Text(outcome.Error));
    }

    [Fact]
    public void Bytes_that_are_not_text_arrive_as_arguments()
    {
        byte[] argument = [0xff, (byte)' ', 0xfe, (byte)'\n', (byte)'$'];
        var spec = Scripts.Program("printf") with { Arguments = ["%s|"u8.ToArray(), argument, []] };

        var outcome = ProcessRunner.Run(spec);

        Assert.Equal([.. argument, (byte)'|', (byte)'|'], outcome.Output);
    }

    [Fact]
    public void Variables_arrive_as_bytes_and_only_those_given()
    {
        byte[] entry = [(byte)'N', 0xff, (byte)'=', 0xfe, (byte)'='];
        var spec = Scripts.Program("/usr/bin/env") with { Environment = EnvironmentBlock.FromEntries([entry]) };

        var outcome = ProcessRunner.Run(spec);

        var lines = outcome.Output.AsSpan();
        Assert.True(lines.StartsWith((byte[])[.. entry, (byte)'\n', .. "FIRSTTRY_PROCESS="u8]));
        Assert.Equal(2, lines.Count((byte)'\n'));
    }

    [Fact]
    public void Input_and_output_of_ten_megabytes_pass_through_without_standing_still()
    {
        var input = new byte[10 * 1024 * 1024];
        new Random(1).NextBytes(input);

        var outcome = ProcessRunner.Run(Scripts.Program("cat") with { Input = input });

        Assert.Equal(ProcessEnd.Exited, outcome.End);
        Assert.True(input.AsSpan().SequenceEqual(outcome.Output));
    }

    [Fact]
    public void Input_that_nobody_reads_is_no_failure()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("exec <&-; sleep 0.1; exit 3") with { Input = new byte[1024 * 1024] });

        Assert.Equal(3, outcome.ExitCode);
    }

    [Fact]
    public void Without_input_a_reader_meets_the_end_at_once()
    {
        var outcome = ProcessRunner.Run(Scripts.Program("cat"));

        Assert.Equal(ProcessEnd.Exited, outcome.End);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Output_beyond_the_limit_is_read_and_dropped()
    {
        var spec = Scripts.Sh("head -c 1000000 /dev/zero; echo done >&2") with { MaxOutputBytes = 1000 };

        var outcome = ProcessRunner.Run(spec);

        Assert.Equal(1000, outcome.Output.Length);
        Assert.True(outcome.Truncated);
        Assert.Equal("done\n", Scripts.Text(outcome.Error));
    }

    [Fact]
    public void Output_up_to_the_limit_is_whole()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("printf 12345") with { MaxOutputBytes = 5 });

        Assert.Equal("12345", Scripts.Text(outcome.Output));
        Assert.False(outcome.Truncated);
    }

    [Fact]
    public void The_process_starts_in_its_directory()
    {
        using var directory = TemporaryDirectory.Create();
        Directory.CreateDirectory(directory.PathOf("a b"));

        var outcome = ProcessRunner.Run(Scripts.Sh("pwd -P") with { WorkingDirectory = directory.PathOf("a b") });

        Assert.Equal(directory.PathOf("a b") + "\n", Scripts.Text(outcome.Output));
    }

    [Fact]
    public void The_process_has_a_group_of_its_own_and_no_terminal()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("cut -d' ' -f1,5,7 /proc/$$/stat; (: </dev/tty) 2>/dev/null || echo none"));

        var fields = Scripts.Text(outcome.Output).Split(' ', '\n');
        Assert.Equal([fields[0], fields[0], "0", "none", ""], fields);
    }

    [Fact]
    public void Signals_that_dotnet_ignores_are_back_at_their_default_and_none_is_blocked()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("grep -E '^Sig(Blk|Ign)' /proc/self/status | cut -f2"));

        // The C library's own two signals, 32 and 33, do not count: it ignores them in every program that it spawns.
        var masks = Scripts.Text(outcome.Output).Split('\n');
        Assert.Equal(0UL, ulong.Parse(masks[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(0UL, ulong.Parse(masks[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0x7fffffff);
    }

    [Fact]
    public void A_child_gets_no_pipe_of_another_child()
    {
        using var other = RunningProcess.Start(Scripts.Program("cat") with { Input = new byte[1024 * 1024] });

        var outcome = ProcessRunner.Run(Scripts.Program("ls", "-l", "/proc/self/fd"));

        // Its own two; whatever the test host itself inherited is no pipe between us and a child.
        Assert.Equal(OwnPipes() + 2, Scripts.Text(outcome.Output).Split("pipe:").Length - 1);
    }

    private static int OwnPipes()
    {
        var count = 0;
        foreach (var link in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            var number = Path.GetFileName(link);
            if (int.Parse(number, CultureInfo.InvariantCulture) > 2 && IsInherited(number) && new FileInfo(link).LinkTarget?.StartsWith("pipe:", StringComparison.Ordinal) == true)
                count++;
        }

        return count;
    }

    private static bool IsInherited(string descriptor)
    {
        const int CloseOnExec = 0x80000;
        try
        {
            var lines = File.ReadAllLines($"/proc/self/fdinfo/{descriptor}");
            return (Convert.ToInt32(lines[1].Split('\t')[1], 8) & CloseOnExec) == 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [Fact]
    public void Waiting_twice_gives_the_same_outcome()
    {
        using var process = RunningProcess.Start(Scripts.Sh("exit 4"));

        Assert.Same(process.Wait(), process.Wait());
    }

    [Fact]
    public void Fifty_at_once_keep_their_outputs_apart()
    {
        var outcomes = new ProcessOutcome[50];
        var threads = new List<Thread>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            var number = i;
            var thread = new Thread(() => outcomes[number] = ProcessRunner.Run(Scripts.Sh("echo $1; cat; exit $1", $"{number}")));
            threads.Add(thread);
            thread.Start();
        }

        threads.ForEach(thread => thread.Join());

        for (var i = 0; i < outcomes.Length; i++)
        {
            Assert.Equal($"{i}\n", Scripts.Text(outcomes[i].Output));
            Assert.Equal(i, outcomes[i].ExitCode);
        }
    }

    [Fact]
    public async Task Processes_of_the_library_and_ours_do_not_take_each_others_exit_codes()
    {
        var theirs = Task.Run(() =>
        {
            for (var i = 0; i < 40; i++)
                Assert.Equal(7, CommandLine.Run("/", "sh", ["-c", "exit 7"]).ExitCode);
        });

        for (var i = 0; i < 40; i++)
            Assert.Equal(9, ProcessRunner.Run(Scripts.Sh("exit 9")).ExitCode);

        await theirs;
    }
}
