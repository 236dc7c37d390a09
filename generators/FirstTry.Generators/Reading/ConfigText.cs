
namespace FirstTry.Generators.Reading;

/// <summary>A config file of the compilation.</summary>
internal sealed record ConfigText(string Path, string Text)
{
    /// <summary>
    /// True for exactly <c>firsttry.yml</c> and <c>firsttry.yaml</c>. The personal <c>firsttry.local.yml</c> is left out:
    /// what is compiled must be the same for everyone.
    /// </summary>
    public static bool IsConfig(string path) => System.IO.Path.GetFileName(path) is "firsttry.yml" or "firsttry.yaml";

    /// <summary>The name without its directory.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);
}
