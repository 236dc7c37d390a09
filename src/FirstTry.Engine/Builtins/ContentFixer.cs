using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>A check that puts right the content of one text file after another.</summary>
internal abstract class ContentFixer : ContentCheck
{
    /// <summary>What is wrong with a file that <see cref="Mend"/> changes.</summary>
    protected abstract string Objection { get; }

    /// <summary>The content as it should be; null when it is so already.</summary>
    protected abstract byte[]? Mend(RepoPath path, byte[] content, BuiltinContext context);

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        if (Mend(path, content, context) is not { } mended)
        {
            return;
        }

        if (!context.MayWrite)
        {
            findings.Add(path, Objection);
            return;
        }

        WorktreeFiles.Replace(context.WorktreeRoot, path, mended);
        findings.AddMended(path, "fixed: " + Objection);
    }
}
