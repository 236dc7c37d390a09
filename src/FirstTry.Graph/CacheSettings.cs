namespace FirstTry.Graph;

/// <summary>The top-level <c>cache</c>.</summary>
/// <param name="Salt">Part of every fingerprint.</param>
/// <param name="Remote">Null when results stay on this machine.</param>
public sealed record CacheSettings(string Salt, RemoteCache? Remote)
{
    /// <summary>No salt, no remote.</summary>
    public static CacheSettings Default { get; } = new("", null);
}
