namespace FirstTry.Config;

/// <summary>The text of a config file.</summary>
/// <param name="Path">The path as it is printed in problems.</param>
/// <param name="Text">The whole content; a byte order mark at its start is passed over.</param>
public sealed record ConfigSource(string Path, string Text);
