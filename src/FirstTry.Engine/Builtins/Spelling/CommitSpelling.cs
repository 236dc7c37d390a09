using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Builtins.Spelling;

/// <summary>Finds well-known misspellings in the first line of a commit message.</summary>
internal sealed class CommitSpelling : BuiltinCheck
{
    /// <inheritdoc />
    public override string Name => "commit-spelling";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var findings = new Findings();
        if (CommitMessage.Read(context, out var problem) is not { } message)
        {
            findings.AddText($"commit-spelling: {problem}");
            return findings.ToOutcome();
        }

        if (message.IsMadeByGit)
        {
            return findings.ToOutcome();
        }

        var allowed = new HashSet<string>(context.ValuesOf("allow"), StringComparer.OrdinalIgnoreCase);
        foreach (var word in SubjectWords.Of(message.Subject))
        {
            if (!allowed.Contains(word) && Misspellings.Find(word) is { } meant)
            {
                findings.AddText($"commit-spelling: '{word}' is '{meant}', in: {message.Subject}");
            }
        }

        return findings.ToOutcome();
    }
}
