using System;
using System.Diagnostics.CodeAnalysis;

namespace FirstTry.Cli.Native;

/// <summary>Which parts of the program the compiler of native code keeps.</summary>
internal static class CompiledParts
{
    private const string Commands = "FirstTry.AllCommands";

    /// <summary>
    /// False in a runner. The compiler keeps the entry of every program that it sees, also of one that it uses as a library, and all that
    /// hangs on it; with this as a constant nothing hangs on ours.
    /// </summary>
    [FeatureSwitchDefinition(Commands)]
    public static bool HasAllCommands => !AppContext.TryGetSwitch(Commands, out var isOn) || isOn;
}
