using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FirstTry.Processes.Tests;

public sealed class Talking_to_a_process
{
    [Fact]
    public void A_question_may_depend_on_the_answer_before()
    {
        var dialogue = new Doubling(times: 5);

        var outcome = ProcessRunner.Run(Scripts.Sh("while read n; do echo $((n * 2)); done") with { Dialogue = dialogue });

        Assert.True(outcome.Succeeded);
        Assert.Equal("2\n4\n8\n16\n32\n", Scripts.Text(outcome.Output));
    }

    [Fact]
    public void Questions_and_answers_that_fill_every_pipe_do_not_wait_for_each_other()
    {
        var lines = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"line {i}\n"));

        var outcome = ProcessRunner.Run(Scripts.Sh("exec cat") with { Dialogue = new Script(lines, lines) });

        Assert.True(outcome.Succeeded);
        Assert.Equal(lines + lines, Scripts.Text(outcome.Output));
    }

    [Fact]
    public void What_was_heard_is_not_kept()
    {
        var dialogue = new Letters(all: 1_000_000, atOnce: 10_000);

        var outcome = ProcessRunner.Run(Scripts.Sh("cat; echo end") with { Dialogue = dialogue });

        Assert.True(outcome.Succeeded);
        Assert.Equal(999_999, dialogue.Heard);
        Assert.Equal("xend\n", Scripts.Text(outcome.Output));
        Assert.InRange(dialogue.Longest, 1, 200_000);
    }

    [Fact]
    public void A_process_that_is_asked_nothing_finds_the_end_of_its_input()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("cat; echo end") with { Dialogue = new Script() });

        Assert.Equal("end\n", Scripts.Text(outcome.Output));
    }

    [Fact]
    public void A_process_that_does_not_listen_is_no_failure()
    {
        var outcome = ProcessRunner.Run(Scripts.Sh("exec 0<&-; echo one; echo two") with { Dialogue = new Script(new string('x', 300_000), "more") });

        Assert.True(outcome.Succeeded);
        Assert.Equal("one\ntwo\n", Scripts.Text(outcome.Output));
    }

    [Fact]
    public void A_process_that_waits_for_questions_ends_when_nobody_waits_for_it()
    {
        var process = RunningProcess.Start(Scripts.Sh("exec cat") with { Dialogue = new Silence() });

        process.Dispose();

        Assert.False(System.IO.Directory.Exists($"/proc/{process.Id}"));
    }

    /// <summary>Asks for the double of the last answer.</summary>
    private sealed class Doubling(int times) : IDialogue
    {
        private int _asked;

        public byte[]? Ask(ReadOnlySpan<byte> output, out int heard)
        {
            heard = 0;
            var answers = Encoding.ASCII.GetString(output).Split('\n')[..^1];
            return answers.Length < _asked ? [] : _asked++ == times ? null : Encoding.ASCII.GetBytes(answers.LastOrDefault("1") + "\n");
        }
    }

    /// <summary>Asks one thing after the other, without a look at the answers.</summary>
    private sealed class Script(params string[] questions) : IDialogue
    {
        private readonly Queue<string> _questions = new(questions);

        public byte[]? Ask(ReadOnlySpan<byte> output, out int heard)
        {
            heard = 0;
            return _questions.TryDequeue(out var question) ? Encoding.ASCII.GetBytes(question) : null;
        }
    }

    /// <summary>Sends letters, some when all before have come back, and needs the last byte of an answer again while there is more of it.</summary>
    private sealed class Letters(int all, int atOnce) : IDialogue
    {
        private int _asked;

        public int Heard { get; private set; }

        public int Longest { get; private set; }

        public byte[]? Ask(ReadOnlySpan<byte> output, out int heard)
        {
            Longest = Math.Max(Longest, output.Length);
            heard = Math.Min(Math.Min(output.Length, Math.Max(1, output.Length - 1)), all - Heard);
            Heard += heard;
            if (Heard + 1 < _asked)
                return [];

            if (_asked == all)
                return null;

            _asked += atOnce;
            return Encoding.ASCII.GetBytes(new string('x', atOnce));
        }
    }

    private sealed class Silence : IDialogue
    {
        public byte[]? Ask(ReadOnlySpan<byte> output, out int heard)
        {
            heard = 0;
            return [];
        }
    }
}
