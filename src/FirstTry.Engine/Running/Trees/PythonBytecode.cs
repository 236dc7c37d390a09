using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Running.Trees;

/// <summary>
/// Keeps Python from running the bytecode of another version of a file. Python tells versions apart by whole seconds and the size
/// (https://docs.python.org/3/reference/import.html#cached-bytecode-invalidation), so what is compiled in the second of an edit may stand for
/// the next edit as well: it is not written, and where it lies there already it is not read.
/// </summary>
internal static class PythonBytecode
{
    private const string DoNotWrite = "PYTHONDONTWRITEBYTECODE";
    private const string Prefix = "PYTHONPYCACHEPREFIX";
    private const int HeaderLength = 16;
    private const int FlagsAt = 4;
    private const int SecondsAt = 8;
    private const int SizeAt = 12;

    // A second that is over takes no more edits; clocks of file systems lag behind by a tick.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>What the names of Python's files end in.</summary>
    internal static ReadOnlySpan<byte> Suffix => ".py"u8;

    /// <summary>Whether a file is Python's.</summary>
    internal static bool IsSource(ReadOnlySpan<byte> name) => name.EndsWith(Suffix);

    /// <summary>Whether a file may be written again without a trace in what Python knows of it.</summary>
    internal static bool IsYoung(FileStat stat, DateTimeOffset now) =>
        stat.ModifiedNanoseconds > (now - Margin - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The variables of a check among young sources; what its config sets stays.</summary>
    /// <param name="emptyFolder">A folder without bytecode, best one that does not exist.</param>
    internal static EnvironmentBlock Guard(EnvironmentBlock environment, string root, IReadOnlyList<RepoPath> young, string emptyFolder)
    {
        var guarded = environment[DoNotWrite] is null ? environment.With(DoNotWrite, "1") : environment;
        return environment[Prefix] is null && AnyIsCompiled(root, young) ? guarded.With(Prefix, emptyFolder) : guarded;
    }

    private static bool AnyIsCompiled(string root, IReadOnlyList<RepoPath> sources)
    {
        foreach (var source in sources)
        {
            if (IsCompiled(Path.Combine(root, source.ToString()), WorktreeFiles.StatOf(root, source)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCompiled(string source, FileStat stat)
    {
        try
        {
            var folder = Path.Combine(Path.GetDirectoryName(source)!, "__pycache__");
            foreach (var file in Directory.EnumerateFiles(folder, Path.GetFileNameWithoutExtension(source) + ".*.pyc"))
            {
                if (StandsFor(file, stat))
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }

        return false;
    }

    // Bytecode whose flags are set is checked by content, or never.
    private static bool StandsFor(string bytecode, FileStat source)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using var file = File.OpenHandle(bytecode, share: FileShare.ReadWrite | FileShare.Delete);
        return RandomAccess.Read(file, header, 0) == HeaderLength
            && BinaryPrimitives.ReadUInt32LittleEndian(header[FlagsAt..]) == 0
            && BinaryPrimitives.ReadUInt32LittleEndian(header[SecondsAt..]) == (uint)(source.ModifiedNanoseconds / 1_000_000_000)
            && BinaryPrimitives.ReadUInt32LittleEndian(header[SizeAt..]) == (uint)source.Size;
    }
}
