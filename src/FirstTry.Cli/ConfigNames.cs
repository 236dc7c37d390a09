namespace FirstTry.Cli;

/// <summary>The config files that count in a working tree.</summary>
/// <param name="Main">The name of the config.</param>
/// <param name="Local">The name of the personal one beside it; null when there is none.</param>
/// <param name="IsAmbiguous">Whether one of them is there in both spellings, so that neither counts.</param>
internal sealed record ConfigNames(string Main, string? Local, bool IsAmbiguous);
