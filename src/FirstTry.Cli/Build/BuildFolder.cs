using System;
using System.IO;

namespace FirstTry.Cli.Build;

/// <summary>
/// Where a runner is compiled: a folder beside the runners, which keeps what makes the next build shorter. MSBuild and the shell that starts
/// the linker misread some characters of a path, and would even run what stands between others: below such a path it is a temporary folder.
/// </summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly bool _isTemporary;

    private BuildFolder(string path, bool isTemporary) => (Path, _isTemporary) = (path, isTemporary);

    /// <summary>The absolute path of the folder, which exists.</summary>
    public string Path { get; }

    // Written before, removed after: what a killed build has left could be taken for finished.
    private string Unfinished => System.IO.Path.Combine(Path, "unfinished");

    /// <summary>Takes the folder of a place, empty where the build before did not come to its end.</summary>
    public static BuildFolder Open(RunnerPlace place)
    {
        var folder = IsPlain(place.Project)
            ? new BuildFolder(place.Project, isTemporary: false)
            : new BuildFolder(Directory.CreateTempSubdirectory("firsttry-build-").FullName, isTemporary: true);
        if (File.Exists(folder.Unfinished))
        {
            Directory.Delete(folder.Path, recursive: true);
        }

        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.Unfinished, "");
        return folder;
    }

    /// <summary>What was compiled may be built upon.</summary>
    public void Finish() => File.Delete(Unfinished);

    public void Dispose()
    {
        if (_isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static bool IsPlain(string path)
    {
        foreach (var character in path)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"/\\:._-+ ".Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
