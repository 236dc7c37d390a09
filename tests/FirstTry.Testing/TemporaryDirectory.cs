using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace FirstTry.Testing;

/// <summary>A directory of its own for one test, named after it, removed afterwards.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private const string Memory = "/dev/shm";
    private static readonly string Base = Path.Combine(Path.GetTempPath(), "firsttry-tests");

    private TemporaryDirectory(string path) => FullPath = path;

    /// <summary>The absolute path, free of symbolic links, without a trailing slash.</summary>
    public string FullPath { get; }

    /// <summary>Makes a directory for the calling test.</summary>
    /// <param name="isInMemory">Where the system has a file system in memory, there: for tests that write very much.</param>
    public static TemporaryDirectory Create([CallerMemberName] string test = "", bool isInMemory = false)
    {
        var name = test.Length > 60 ? test[..60] : test;
        var path = Path.Combine(isInMemory && Directory.Exists(Memory) ? Path.Combine(Memory, "firsttry-tests") : Base, $"{name}-{Guid.NewGuid().ToString("n")[..8]}");
        return new TemporaryDirectory(Directory.CreateDirectory(path).FullName);
    }

    /// <summary>The absolute path of a file or directory below this one.</summary>
    public string PathOf(string relative) => Path.Combine(FullPath, relative);

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (IOException)
        {
            // A process that the test left behind may still write here; the directory is below the temporary one.
        }
        catch (UnauthorizedAccessException)
        {
            // git's object files are read-only on Windows.
        }
    }
}
