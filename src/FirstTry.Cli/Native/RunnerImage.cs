using System;
using System.IO;
using FirstTry.Engine.Store;
using FirstTry.Graph;

namespace FirstTry.Cli.Native;

/// <summary>What is compiled into a native runner.</summary>
/// <param name="origin">The files that it was compiled from.</param>
/// <param name="graph">Makes their graph.</param>
internal sealed class RunnerImage(RunnerOrigin origin, Func<CheckGraph> graph)
{
    private (string Root, bool IsFresh)? _judged;

    /// <summary>The files that it was compiled from.</summary>
    public RunnerOrigin Origin => origin;

    /// <summary>The graph of those files.</summary>
    public CheckGraph Graph => graph();

    /// <summary>False when the program that compiled the runner is gone or another: then it does not speak for it.</summary>
    public bool IsMadeBySameProgram { get; } =
        new FileInfo(origin.Program) is { Exists: true } program && program.Length == origin.ProgramSize && program.LastWriteTimeUtc.Ticks == origin.ProgramTime;

    /// <summary>Whether the config in a folder is, byte for byte, the one that was compiled, by the program that is installed. Looked at once.</summary>
    public bool IsFresh(string root)
    {
        if (_judged is not { } judged || judged.Root != root)
        {
            judged = (root, HasConfigOf(root) && (IsMadeBySameProgram || !File.Exists(origin.Program)));
            _judged = judged;
        }

        return judged.IsFresh;
    }

    private bool HasConfigOf(string root)
    {
        var files = ConfigFiles.InUse(root);
        return files is { IsAmbiguous: false }
            && files.Main == origin.Config
            && files.Local == origin.Local
            && IsConfig(root, files.Main)
            && (files.Local is null || Digest(root, files.Local) == origin.LocalDigest)
            && (origin.CodeDigest is null || HasCodeOf(root));
    }

    /// <summary>Whether the checks written in C# in a folder are, byte for byte, those that were compiled; false where none were.</summary>
    public bool HasCodeOf(string root)
    {
        try
        {
            return origin.CodeDigest is { } digest && CodeFiles.Digest(CodeFiles.Read(root)) == digest;
        }
        catch (UsageException)
        {
            return false;
        }
    }

    private bool IsConfig(string root, string name)
    {
        try
        {
            var content = ConfigFiles.ReadBytes(root, name);
            return origin.HasConfig?.Invoke(content) ?? ContentId.Of(content) == origin.ConfigDigest;
        }
        catch (UsageException)
        {
            return false;
        }
    }

    // Null for what cannot be read: whoever takes over says so.
    private static string? Digest(string root, string name)
    {
        try
        {
            return ContentId.Of(ConfigFiles.ReadBytes(root, name));
        }
        catch (UsageException)
        {
            return null;
        }
    }
}
