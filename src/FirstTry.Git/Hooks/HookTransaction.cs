using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Git.Hooks;

/// <summary>Changes to hook directories that are made whole or not at all: what was done is undone when a later step fails.</summary>
internal sealed class HookTransaction
{
    /// <summary>The mode of our scripts: 0755, whatever the umask.</summary>
    public const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly Stack<Action> _undo = new();
    private readonly List<string> _leftovers = [];

    /// <summary>Runs the steps; when one fails nothing has changed.</summary>
    /// <exception cref="GitException">The file system refuses a step.</exception>
    public static void Run(Action<HookTransaction> steps)
    {
        var transaction = new HookTransaction();
        try
        {
            steps(transaction);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            transaction.Undo();
            throw new GitException($"The hooks cannot be changed, and nothing was: {failure.Message}");
        }
        finally
        {
            transaction.RemoveLeftovers();
        }
    }

    /// <summary>Makes the directory with those above it where they are missing.</summary>
    public void CreateDirectory(string directory)
    {
        if (!Directory.Exists(directory))
        {
            CreateDirectory(Path.GetDirectoryName(directory)!);
            Directory.CreateDirectory(directory);
            _undo.Push(() => Directory.Delete(directory));
        }
    }

    /// <summary>Writes a script beside its place, so that a full disk is met before anything changes; returns where.</summary>
    public string Stage(string path, byte[] bytes)
    {
        var staged = NameBeside(path);
        using (var stream = new FileStream(staged, FileMode.CreateNew, FileAccess.Write))
        {
            _leftovers.Add(staged);
            _undo.Push(() => File.Delete(staged));
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(staged, Mode);
        }

        return staged;
    }

    /// <summary>Puts a staged script at its place, where nothing or a script of ours is.</summary>
    public void Put(string staged, string path) => PutOrReplace(staged, path);

    /// <summary>Puts a staged script at its place and keeps what lies there as <paramref name="aside"/>; a file is never missing in between.</summary>
    public void PutInsteadOf(string staged, string path, string aside) => Replace(staged, path, aside);

    /// <summary>Gives what lies at a place another name, which is free.</summary>
    public void MoveAway(string path, string aside)
    {
        HookPlace.Rename(path, aside);
        _undo.Push(() => HookPlace.Rename(aside, path));
    }

    /// <summary>Puts back what was kept; over a script of ours where one is there.</summary>
    public void Restore(string kept, string path) => PutOrReplace(kept, path);

    /// <summary>Removes a script of ours.</summary>
    public void Remove(string path) => MoveAway(path, Leftover(path));

    private void PutOrReplace(string source, string path)
    {
        if (HookPlace.IsTaken(path))
        {
            Replace(source, path, Leftover(path));
        }
        else
        {
            MoveAway(source, path);
        }
    }

    private void Replace(string source, string path, string aside)
    {
        if (IsRegularFile(source) && IsRegularFile(path) && TryReplace(source, path, aside))
        {
            _undo.Push(() =>
            {
                HookPlace.Rename(path, source);
                HookPlace.Rename(aside, path);
            });
            return;
        }

        MoveAway(path, aside);
        MoveAway(source, path);
    }

    // What is replaced waits under such a name until all steps are done: undoing is renaming and needs no room on the disk.
    private string Leftover(string path)
    {
        var name = NameBeside(path);
        _leftovers.Add(name);
        return name;
    }

    private static string NameBeside(string path) => $"{path}.firsttry-{Guid.NewGuid():n}";

    private static bool IsRegularFile(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null };

    // Links the old file under its new name, then renames the new one over it. Not every file system has hard links.
    private static bool TryReplace(string source, string path, string aside)
    {
        try
        {
            File.Replace(source, path, aside);
            return true;
        }
        catch (IOException) when (!HookPlace.IsTaken(aside))
        {
            return false;
        }
    }

    private void Undo()
    {
        while (_undo.TryPop(out var step))
        {
            step();
        }
    }

    private void RemoveLeftovers()
    {
        foreach (var leftover in _leftovers)
        {
            if (File.Exists(leftover))
            {
                File.Delete(leftover);
            }
        }
    }
}
