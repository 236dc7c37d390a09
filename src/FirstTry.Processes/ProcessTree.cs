using System;
using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>What holds for all processes that this one starts.</summary>
public static class ProcessTree
{
    /// <summary>True once <see cref="Adopt"/> has succeeded.</summary>
    internal static bool IsAdopting { get; private set; }

    /// <summary>
    /// Makes orphaned descendants children of this process, so that a daemon that left its session and cleared its environment is
    /// still found when its check is ended, and has everything ended that runs for longer should this process be killed. Called once at
    /// start. False where the system cannot do it (only Linux can); descendants are then followed by session and environment alone.
    /// </summary>
    public static bool Adopt() =>
        IsAdopting = OperatingSystem.IsLinux() && LibC.prctl(LibC.SetChildSubreaper, 1, 0, 0, 0) == 0;

    /// <summary>Goes without them again: what still runs was left on purpose.</summary>
    public static void Release()
    {
        if (IsAdopting)
            DeathWatch.End();
    }

    /// <summary>
    /// Ends what a firsttry that was killed has left running, and waits until it has gone: a git that it had told to write, a check. Returns
    /// how many there were; 0 where such processes cannot be found (anywhere but Linux).
    /// </summary>
    /// <param name="owner">The number that the killed process had.</param>
    /// <param name="grace">How long they may take to go by themselves.</param>
    public static int EndOrphansOf(int owner, TimeSpan grace) => OperatingSystem.IsLinux() ? Orphans.End(owner, grace) : 0;

    /// <summary>
    /// Ends what processes that have themselves ended left behind, however far it went, and waits until it has gone: nobody writes any
    /// more after this. Returns how many there were; 0 where <see cref="Adopt"/> could not find them.
    /// </summary>
    /// <param name="grace">How long they may take to go by themselves.</param>
    public static int EndLeftovers(TimeSpan grace)
    {
        if (!IsAdopting)
            return 0;

        DeathWatch.End();
        return Leftovers.End(grace);
    }
}
