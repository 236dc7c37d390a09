using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>A check with everything that its adapter stands for.</summary>
/// <param name="Check">The check, with a command.</param>
/// <param name="SkipReason">Why there is nothing to do; null when there is.</param>
public sealed record ExpandedCheck(Check Check, string? SkipReason = null)
{
    /// <summary>A command that comes to the same verdict as that of the check and is the same every time; null when it is that one.</summary>
    public Command? KnownAs { get; init; }

    /// <summary>The same for the command that mends; null when it is itself.</summary>
    public Command? FixKnownAs { get; init; }

    /// <summary>How much of everything the command does, and why; null when there is nothing to say.</summary>
    public string? Scope { get; init; }

    /// <summary>The exit code by which the command says that there was nothing to do; null when there is none.</summary>
    public ExitMeaning? NothingDone { get; init; }
}
