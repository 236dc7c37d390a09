using System.Collections.Generic;
using System.Text;
using FirstTry.Processes;

namespace FirstTry.Git.Internal;

/// <summary>Asks git itself, at the root of a worktree, with the environment that it was given.</summary>
internal sealed class GitCommand(Worktree worktree, EnvironmentBlock environment)
{
    private readonly EnvironmentBlock _environment = Of(worktree, environment);

    /// <summary>Starts git; the caller waits.</summary>
    public RunningProcess Start(IReadOnlyList<byte[]> arguments, byte[]? input = null) =>
        RunningProcess.Start(Spec(arguments) with { Input = input });

    /// <summary>Starts git, which answers questions; the caller waits.</summary>
    public RunningProcess Start(IReadOnlyList<byte[]> arguments, IDialogue dialogue) =>
        RunningProcess.Start(Spec(arguments) with { Dialogue = dialogue });

    /// <summary>Runs git and returns its output as bytes.</summary>
    /// <exception cref="GitException">git is not there or failed; its own words are the message.</exception>
    public byte[] Run(params string[] arguments) => OutputOf(arguments, Try(arguments));

    /// <summary>Runs git with something on its standard input.</summary>
    /// <exception cref="GitException">git is not there or failed; its own words are the message.</exception>
    public byte[] Feed(byte[] input, params string[] arguments)
    {
        using var process = Start(ProcessArguments.Of(arguments), input);
        return OutputOf(arguments, process.Wait());
    }

    /// <summary>Runs git, whatever comes of it.</summary>
    public ProcessOutcome Try(params string[] arguments)
    {
        using var process = Start(ProcessArguments.Of(arguments));
        return process.Wait();
    }

    /// <summary>Makes sure that git reads this repository at all: a name that git does not find and a repository that it refuses look alike.</summary>
    /// <exception cref="GitException">git refuses it, such as for a "dubious ownership"; its own words are the message.</exception>
    public void EnsureRepository() => Run("rev-parse", "--git-dir");

    /// <summary>The output of a run that must have succeeded.</summary>
    /// <exception cref="GitException">It did not.</exception>
    public static byte[] OutputOf(IReadOnlyList<string> arguments, ProcessOutcome outcome)
    {
        if (outcome.Succeeded)
        {
            return outcome.Output;
        }

        if (outcome.End == ProcessEnd.NotStarted)
        {
            throw new GitException($"git cannot be started: {outcome.Failure}. Install git, or put it on PATH.");
        }

        var words = Encoding.UTF8.GetString(outcome.Error).TrimEnd();
        throw new GitException(words.Length > 0 ? words : $"'git {string.Join(' ', arguments)}' ended with exit code {outcome.ExitCode}.");
    }

    /// <summary>Asks for one line; null when git says by exit code 1 that there is no such thing.</summary>
    /// <exception cref="GitException">git is not there or failed otherwise; its own words are the message.</exception>
    public string? Ask(params string[] arguments)
    {
        var outcome = Try(arguments);
        return outcome is { End: ProcessEnd.Exited, ExitCode: 1 }
            ? null
            : Encoding.UTF8.GetString(OutputOf(arguments, outcome)).TrimEnd('\n');
    }

    private ProcessSpec Spec(IReadOnlyList<byte[]> arguments) => new()
    {
        Program = "git",
        Arguments = arguments,
        WorkingDirectory = worktree.Root,
        Environment = _environment,
    };

    // Optional locks would get into the way of the commit. Paths are never patterns, and git refuses to hear that along with another wish. What
    // a hook gets as a relative path counts from where firsttry was started, and git is started at the root.
    private static EnvironmentBlock Of(Worktree worktree, EnvironmentBlock environment)
    {
        var block = environment
            .Without("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS")
            .With("GIT_OPTIONAL_LOCKS", "0")
            .With("GIT_LITERAL_PATHSPECS", "1");
        if (!worktree.IsNamed)
        {
            return block;
        }

        block = block.With("GIT_DIR", worktree.GitDirectory).With("GIT_WORK_TREE", worktree.Root);
        return block.IsSet("GIT_COMMON_DIR") ? block.With("GIT_COMMON_DIR", worktree.CommonDirectory) : block;
    }
}
