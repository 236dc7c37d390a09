using System;
using System.IO;

namespace FirstTry.Git.Hooks;

/// <summary>The place of one hook in a hooks directory, and what lies there now.</summary>
internal sealed record HookPlace(string Name, string Path, HookState State, string? Earlier)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // Larger than any script of ours. What has no length is not read either: it may be a pipe, which would never end.
    private const long MostBytes = 1 << 20;

    /// <summary>Looks, without following a link: a link is never ours.</summary>
    public static HookPlace Look(string directory, string name)
    {
        var path = System.IO.Path.Combine(directory, name);
        if (!IsTaken(path))
        {
            return new HookPlace(name, path, HookState.Missing, Earlier: null);
        }

        var file = new FileInfo(path);
        if (file.LinkTarget is not null || !file.Exists || file.Length is 0 or > MostBytes)
        {
            return new HookPlace(name, path, HookState.Foreign, Earlier: null);
        }

        var bytes = File.ReadAllBytes(path);
        var state = HookScript.Judge(bytes);
        return new HookPlace(name, path, state, state == HookState.Foreign ? null : EarlierOnDisk(directory, name, bytes));
    }

    /// <summary>True when something has this name: a file, a directory, a link to nothing.</summary>
    public static bool IsTaken(string path) => new FileInfo(path) is var file && (file.Exists || file.LinkTarget is not null || Directory.Exists(path));

    /// <summary>True when git would run what has this name, through a link too.</summary>
    public static bool IsRunByGit(string path)
    {
        try
        {
            var file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Executable) != 0);
        }
        catch (IOException)
        {
            // Links in a circle, or a name that went away meanwhile.
            return false;
        }
    }

    /// <summary>True when a file is these bytes and git can run it.</summary>
    public static bool IsExactly(string path, ReadOnlySpan<byte> bytes) =>
        (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == HookTransaction.Mode) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);

    /// <summary>Gives something another name in the same directory: the file, directory or link itself, nothing of it is rewritten.</summary>
    public static void Rename(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to, overwrite: true);
        }
        else if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            // A link to nothing: FileInfo moves it, File.Move refuses what does not exist.
            new FileInfo(from).MoveTo(to, overwrite: true);
        }
    }

    private static string? EarlierOnDisk(string directory, string name, byte[] bytes) =>
        HookScript.EarlierOf(name, bytes) is { } earlier && IsTaken(System.IO.Path.Combine(directory, earlier)) ? earlier : null;
}
