using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>Finds the change set of a run started by hand.</summary>
internal static class ChangeSource
{
    /// <summary>What the command line asks for, or else the profile.</summary>
    /// <exception cref="GitException">A name is not that of a commit or file, or git failed.</exception>
    public static ChangeSet Read(Invocation invocation, Worktree worktree, RunOptions options, Profile profile)
    {
        var reader = new ChangeReader(worktree, invocation.Environment);
        return options.Files switch
        {
            RunFiles.All => reader.All(),
            RunFiles.Staged => reader.Staged(),
            RunFiles.Given => reader.Given(invocation.Directory, options.Given),
            RunFiles.Between => reader.Between(options.Commits.From, options.Commits.To),
            RunFiles.LastCommit => reader.LastCommit(),

            // On a build server nothing differs from HEAD, and everything is to be looked at.
            _ when options.IsCi => reader.All(),
            _ => ByProfile(reader, profile),
        };
    }

    // By hand nothing is pushed: a profile for pre-push looks at what differs from HEAD, like any other.
    private static ChangeSet ByProfile(ChangeReader reader, Profile profile) => profile.Files switch
    {
        FileSelection.All => reader.All(),
        FileSelection.Staged => reader.Staged(),
        _ => reader.WorkingTree(),
    };
}
