using System;
using System.Text;
using FirstTry.Processes;

namespace FirstTry.Git.Hooks;

/// <summary>Asks git for one fact at a time, so that a path with a line end in it is still one answer.</summary>
internal sealed class GitQuestion(string directory, EnvironmentBlock environment)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What git answers, without the last line end.</summary>
    /// <exception cref="GitException">Git refuses; its own words are in the message.</exception>
    public string Answer(params string[] arguments)
    {
        var outcome = Run(arguments);
        return outcome.Succeeded
            ? TextOf(outcome.Output)
            : throw new GitException($"git {string.Join(' ', arguments)} failed in {directory}: {ReasonOf(outcome)}");
    }

    /// <summary>What git answers; null when it says that there is no such thing (exit 1).</summary>
    /// <exception cref="GitException">Git refuses for another reason.</exception>
    public string? TryAnswer(params string[] arguments)
    {
        var outcome = Run(arguments);
        return outcome switch
        {
            { Succeeded: true } => TextOf(outcome.Output),
            { End: ProcessEnd.Exited, ExitCode: 1 } => null,
            _ => throw new GitException($"git {string.Join(' ', arguments)} failed in {directory}: {ReasonOf(outcome)}"),
        };
    }

    private ProcessOutcome Run(string[] arguments) => ProcessRunner.Run(new ProcessSpec
    {
        Program = "git",
        Arguments = ProcessArguments.Of(arguments),
        WorkingDirectory = directory,
        Environment = environment,
        Timeout = TimeSpan.FromMinutes(1),
    });

    private string TextOf(byte[] output)
    {
        try
        {
            var text = Strict.GetString(output);
            return text.EndsWith('\n') ? text[..^1] : text;
        }
        catch (DecoderFallbackException)
        {
            throw new GitException($"Git names a path for {directory} that is not UTF-8. Move the repository or its hooks to a path that is.");
        }
    }

    private static string ReasonOf(ProcessOutcome outcome)
    {
        var said = Encoding.UTF8.GetString(outcome.Error).Trim();
        return outcome.Failure is { } failure ? $"git was {failure}" : said.Length > 0 ? said : $"exit code {outcome.ExitCode}";
    }
}
