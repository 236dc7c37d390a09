using FirstTry.Engine.Planning;

namespace FirstTry.Cli.Screens.Live;

/// <summary>A check that runs now.</summary>
/// <param name="StartedAt">As a timestamp.</param>
internal sealed record RunningCheck(PlannedCheck Check, long StartedAt)
{
    /// <summary>The name of the check.</summary>
    public string Name => Check.Name;
}
