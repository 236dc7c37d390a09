namespace FirstTry.Cli;

/// <summary>What the process ends with. Nothing unknown ever ends in <see cref="Passed"/>.</summary>
internal static class ExitCode
{
    /// <summary>Everything that had to pass did.</summary>
    public const int Passed = 0;

    /// <summary>A check failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>The user must change something: the config, the arguments or the repository.</summary>
    public const int Usage = 2;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 70;

    /// <summary>Interrupted by a signal.</summary>
    public const int Interrupted = 130;
}
