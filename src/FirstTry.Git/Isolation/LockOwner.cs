namespace FirstTry.Git.Isolation;

/// <summary>Who runs checks in a worktree.</summary>
/// <param name="ProcessId">0 when it cannot be seen from here, as in another container.</param>
/// <param name="Command">What it was started with; empty when that cannot be seen.</param>
public sealed record LockOwner(int ProcessId, string Command)
{
    /// <summary>For messages: "firsttry hook pre-commit (process 4711)".</summary>
    public override string ToString() => (ProcessId, Command) switch
    {
        (0, _) => "another run of firsttry",
        (_, "") => $"process {ProcessId}",
        _ => $"'{Command}' (process {ProcessId})",
    };
}
