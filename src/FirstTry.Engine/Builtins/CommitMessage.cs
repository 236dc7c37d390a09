using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;

namespace FirstTry.Engine.Builtins;

/// <summary>The start of a commit message, without comments.</summary>
/// <param name="Subject">Its first line.</param>
/// <param name="Second">The line after that; null when there is none.</param>
internal sealed record CommitMessage(string Subject, string? Second)
{
    private const string Scissors = "# ------------------------ >8 ------------------------";

    private static readonly string[] StartsOfGit = ["Merge ", "Revert \"", "Reapply \"", "fixup! ", "squash! ", "amend! "];

    /// <summary>True for what git writes by itself, or takes out again in a rebase.</summary>
    internal bool IsMadeByGit => Array.Exists(StartsOfGit, start => Subject.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The message of the commit under way; null, and why, when there is none.</summary>
    internal static CommitMessage? Read(BuiltinContext context, out string problem)
    {
        problem = "";
        if (context.MessageFile is not { } file)
        {
            problem = "there is no commit message here. Use this check in the hook commit-msg.";
            return null;
        }

        try
        {
            if (TryParse(File.ReadAllText(file), out var message))
            {
                return message;
            }

            problem = "the commit message is empty.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"the commit message cannot be read: {exception.Message}";
        }

        return null;
    }

    // Comments and what follows the scissors of `git commit --verbose` are not part of the message.
    private static bool TryParse(string text, [NotNullWhen(true)] out CommitMessage? message)
    {
        message = null;
        foreach (var candidate in text.Split('\n'))
        {
            var line = candidate.TrimEnd();
            if (line == Scissors)
            {
                break;
            }

            if (line.StartsWith('#') || (message is null && line.Length == 0))
            {
                continue;
            }

            if (message is not null)
            {
                message = message with { Second = line };
                return true;
            }

            message = new CommitMessage(line, null);
        }

        return message is not null;
    }
}
