namespace FirstTry.Graph;

/// <summary>Whether a result is remembered, and how long it stays good.</summary>
/// <param name="Enabled">False: the check runs every time.</param>
/// <param name="MaxAge">Null: as long as the fingerprint is the same.</param>
public sealed record CachePolicy(bool Enabled, Duration? MaxAge = null)
{
    /// <summary>Remembered as long as the fingerprint is the same: the default.</summary>
    public static CachePolicy Always { get; } = new(true);

    /// <summary>Never remembered.</summary>
    public static CachePolicy Never { get; } = new(false);
}
