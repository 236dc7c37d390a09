namespace FirstTry.Graph;

/// <summary>A git hook and the profile that it runs.</summary>
/// <param name="Name">A name of <see cref="HookNames.All"/>.</param>
public sealed record Hook(string Name, Profile Profile);
