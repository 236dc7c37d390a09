using System.Text;
using FirstTry.Config;
using FirstTry.Graph;
using Microsoft.CodeAnalysis.Text;

namespace FirstTry.Generators.Reading;

/// <summary>A config file of the compilation.</summary>
internal sealed record ConfigText(string Path, string Text)
{
    /// <summary>Why the file cannot be read as a config; null when it can.</summary>
    public Problem? Obstacle { get; init; }

    /// <summary>
    /// Takes a file as the compiler read it. What is not UTF-8 it reads as something else without a word; written back as that, it gives
    /// the bytes of the file again, and their problem.
    /// </summary>
    public static ConfigText From(string path, SourceText? text)
    {
        var config = new ConfigText(path, text?.ToString() ?? "");
        if (text?.Encoding is not { } encoding || encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return config;
        }

        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes(config.Text)];
        return config with { Obstacle = ConfigSource.FromBytes(path, content).Obstacle };
    }

    /// <summary>True for exactly <c>firsttry.yml</c> and <c>firsttry.yaml</c>.</summary>
    public static bool IsConfig(string path) => System.IO.Path.GetFileName(path) is "firsttry.yml" or "firsttry.yaml";

    /// <summary>
    /// True for the personal <c>firsttry.local.yml</c>. Only a native runner, which is one person's too, is compiled with it: of
    /// everything else the result must be the same for everyone.
    /// </summary>
    public static bool IsLocal(string path) => System.IO.Path.GetFileName(path) is "firsttry.local.yml" or "firsttry.local.yaml";

    /// <summary>True for what lies in a folder of checks that are written in C#, beside whichever config.</summary>
    public static bool IsCode(string path) =>
        path.EndsWith(".cs", System.StringComparison.Ordinal) && System.IO.Path.GetFileName(FolderOf(path)) == ConfigParser.CodeFolder;

    /// <summary>Whether this is a check written in C# that belongs to a config.</summary>
    public bool IsCodeOf(string config) => IsCode(Path) && FolderOf(FolderOf(Path)) == FolderOf(config);

    private static string FolderOf(string path) => System.IO.Path.GetDirectoryName(path) ?? "";

    /// <summary>The name without its directory.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);
}
