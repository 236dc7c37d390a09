namespace FirstTry.Graph;

/// <summary>Where results are shared.</summary>
/// <param name="Url">An absolute http or https URL.</param>
/// <param name="CanWrite">True for the mode <c>read-write</c>.</param>
/// <param name="TokenEnv">The name of the variable that holds the token; null when none is needed.</param>
public sealed record RemoteCache(string Url, bool CanWrite, string? TokenEnv);
