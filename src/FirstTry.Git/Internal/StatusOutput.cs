using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Git.Internal;

/// <summary>Reads the output of <c>git status --porcelain=v2 -z --no-renames</c>, source: git-status(1).</summary>
internal static class StatusOutput
{
    // "1 <XY> <sub> <mH> <mI> <mW> <hH> <hI> <path>", "u <XY> <sub> <m1> <m2> <m3> <mW> <h1> <h2> <h3> <path>", "? <path>"
    private const int FieldsOfChanged = 8;
    private const int FieldsOfUnmerged = 10;
    private const int SubmoduleOffset = 5;

    /// <summary>What <c>git status</c> is asked with. Unlike <c>git diff</c> it never writes the index when it is told not to.</summary>
    public static string[] Question(string untracked) =>
        ["status", "--porcelain=v2", "-z", "--no-renames", "--ignore-submodules=all", "--untracked-files=" + untracked, "--"];

    /// <summary>The entries in git's order.</summary>
    /// <exception cref="GitException">The output is not of that form.</exception>
    public static List<StatusEntry> Parse(byte[] output)
    {
        var entries = new List<StatusEntry>();
        foreach (var line in NulList.Split(output))
        {
            entries.Add(line switch
            {
                [(byte)'?', (byte)' ', .. var path] => new StatusEntry(new RepoPath(path), '?', '?', IsSubmodule: false),
                [(byte)'1', ..] => Tracked(line, FieldsOfChanged),
                [(byte)'u', ..] => Tracked(line, FieldsOfUnmerged),
                _ => throw NotUnderstood(line),
            });
        }

        return entries;
    }

    private static StatusEntry Tracked(byte[] line, int fields)
    {
        var start = 0;
        for (var i = 0; i < fields; i++)
        {
            var length = line.AsSpan(start).IndexOf((byte)' ');
            start += length < 0 ? throw NotUnderstood(line) : length + 1;
        }

        if (start == line.Length)
        {
            throw DamagedIndex.Exception("it has an entry without a name");
        }

        return new StatusEntry(new RepoPath(line[start..]), (char)line[2], (char)line[3], line[SubmoduleOffset] == (byte)'S');
    }

    private static GitException NotUnderstood(byte[] line) =>
        new($"git's status has an entry that is not understood: '{new RepoPath(line)}'.");
}
