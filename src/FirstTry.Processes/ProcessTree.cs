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
    /// still found when its check is ended. Called once at start. False where the system cannot do it (only Linux can); descendants
    /// are then followed by session and environment alone.
    /// </summary>
    public static bool Adopt() =>
        IsAdopting = OperatingSystem.IsLinux() && LibC.prctl(LibC.SetChildSubreaper, 1, 0, 0, 0) == 0;
}
