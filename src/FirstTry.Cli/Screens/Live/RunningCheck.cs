using System;

namespace FirstTry.Cli.Screens.Live;

/// <summary>A check that runs now.</summary>
/// <param name="StartedAt">As a timestamp.</param>
/// <param name="Expected">How long it took before; null when that is not known.</param>
internal sealed record RunningCheck(string Name, long StartedAt, TimeSpan? Expected);
