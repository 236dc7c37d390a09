using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>Which files a hook looks at.</summary>
internal static class HookChanges
{
    /// <summary>What the profile says.</summary>
    public static ChangeSet Selected(ChangeReader reader, FileSelection selection, HookCall call) => selection switch
    {
        FileSelection.Staged => reader.Staged(),
        FileSelection.All => reader.All(),
        FileSelection.Pushed => reader.Pushed(call.Pushed, Remote(call)),
        _ => reader.WorkingTree(),
    };

    /// <summary>What fits the hook, where the profile says nothing.</summary>
    public static ChangeSet Default(ChangeReader reader, HookCall call) => call switch
    {
        { Hook: "pre-push" } => reader.Pushed(call.Pushed, Remote(call)),
        { MessageFile: not null } => ChangeSet.Empty(FileSelection.Changed),
        { Hook: "post-commit" } => reader.LastCommit(),
        { Hook: "post-merge" } => reader.Between("ORIG_HEAD", "HEAD"),
        { Hook: "post-checkout", Arguments: [var from, var to, ..] } when !IsZero(from) => reader.Between(from, to),
        _ => reader.WorkingTree(),
    };

    // git gives pre-push the name of the remote, or its URL where it has no name.
    private static string Remote(HookCall call) => call.Arguments.Count > 0 ? call.Arguments[0] : "origin";

    private static bool IsZero(string id) => id.Trim('0').Length == 0;
}
