using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using FirstTry.Engine.Builtins;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Init;

/// <summary>
/// Looks for what a proposed check would object to already. Somebody put it there knowingly, a key for tests say: a config that fails on
/// the day it is written would help nobody. The files are named in <c>exclude</c>, where everybody sees them.
/// </summary>
internal sealed class PresentFindings(SourceTree tree, string root, EnvironmentBlock environment)
{
    // More files than that take longer to read than somebody wants to wait.
    private const int MostFiles = 20_000;
    private const int MostNames = 6;

    // What means something in a glob, or cannot be written.
    private static readonly SearchValues<char> Special = SearchValues.Create("*?[]{}!\\\uFFFD\u007F");

    /// <summary>The check without the files that it objects to now; null when there are too many of them.</summary>
    public ProposedCheck? Spare(ProposedCheck check, List<string> notes)
    {
        var builtin = BuiltinCatalog.Find(check.Uses);
        if (builtin is null || tree.Files.Count > MostFiles || IsSatisfied(builtin, tree.Files))
        {
            return check;
        }

        var found = new List<RepoPath>();
        Collect(builtin, [.. tree.Files], found);
        if (NamesOf(found) is not { } names)
        {
            notes.Add($"{check.Name} is left out: it would object to too much that is there already");
            return null;
        }

        notes.Add($"{check.Name} excludes what it would object to already: {string.Join(", ", names)}");
        return check with { Exclude = [.. check.Exclude, .. names] };
    }

    // Halves without an objection need no second look: it is about few files, mostly.
    private void Collect(BuiltinCheck builtin, ReadOnlySpan<RepoPath> files, List<RepoPath> found)
    {
        if (files.Length == 0 || IsSatisfied(builtin, files.ToArray()))
        {
            return;
        }

        if (files.Length == 1)
        {
            found.Add(files[0]);
            return;
        }

        Collect(builtin, files[..(files.Length / 2)], found);
        Collect(builtin, files[(files.Length / 2)..], found);
    }

    private bool IsSatisfied(BuiltinCheck builtin, IReadOnlyList<RepoPath> files)
    {
        var context = new BuiltinContext(root, files, [], MessageFile: null, Branch: null, CancellationToken.None) { MayWrite = false, Environment = environment };
        return builtin.Run(context).Passed;
    }

    private static List<string>? NamesOf(List<RepoPath> files)
    {
        var names = new List<string>();
        var folders = new List<string>();
        foreach (var file in files)
        {
            var path = Encoding.UTF8.GetString(file.Bytes);
            if (!IsPlain(path))
            {
                return null;
            }

            names.Add(path.Contains('/', StringComparison.Ordinal) ? path : "./" + path);
            var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent + "/*" : names[^1];
            if (!folders.Contains(folder))
            {
                folders.Add(folder);
            }
        }

        return names.Count is > 0 and <= MostNames ? names : folders.Count is > 0 and <= MostNames ? folders : null;
    }

    private static bool IsPlain(string path) =>
        !path.AsSpan().ContainsAny(Special) && !path.AsSpan().ContainsAnyInRange('\0', '\u001F');
}
