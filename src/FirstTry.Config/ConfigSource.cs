using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config;

/// <summary>The text of a config file.</summary>
/// <param name="Path">The path as it is printed in problems.</param>
/// <param name="Text">The whole content; a byte order mark at its start is passed over.</param>
public sealed record ConfigSource(string Path, string Text)
{
    /// <summary>Why there is no text: the bytes of the file are not UTF-8. Null when they are.</summary>
    public Problem? Obstacle { get; init; }

    /// <summary>Takes the bytes of a file, which have to be UTF-8, with or without a byte order mark.</summary>
    public static ConfigSource FromBytes(string path, byte[] content) => Encodings.FindProblem(path, content) is { } problem
        ? new ConfigSource(path, "") { Obstacle = problem }
        : new ConfigSource(path, System.Text.Encoding.UTF8.GetString(content));
}
