using FirstTry.Git.Internal;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>A file as it goes out, whatever the working tree holds.</summary>
public static class OutgoingFile
{
    /// <summary>The content of a file in a commit, as it is kept there; with an empty name of the commit, in the index in use. Null when it is not there.</summary>
    public static byte[]? Read(Worktree worktree, EnvironmentBlock environment, string commit, string path)
    {
        var outcome = new GitCommand(worktree, environment).Try("cat-file", "blob", $"{commit}:{path}");
        return outcome.Succeeded ? outcome.Output : null;
    }
}
