using System;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds executable text files that do not say what runs them. Where files have no executable bit it finds nothing.</summary>
internal sealed class ExecutableShebang : ContentCheck
{
    /// <inheritdoc />
    public override string Name => "executable-shebang";

    /// <inheritdoc />
    protected override bool Takes(FileKind kind) => kind == FileKind.Executable;

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        if (!content.AsSpan().StartsWith("#!"u8))
        {
            findings.Add(path, 1, "executable, but without '#!' and an interpreter at its start. Add them, or take the executable bit away (git update-index --chmod=-x)");
        }
    }
}
