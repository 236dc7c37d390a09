using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>What people do to an index: files and folders that take each other's places, links, modes, announcements, conflicts, commits.</summary>
internal sealed class RandomSteps(TemporaryRepository repository, Random random)
{
    // Names that are sorted differently as files and as folders, and names that git would quote.
    private static readonly string[] Names = ["a", "a.c", "a0", "a-b", "b", "b c", "é", "B", "a\nb", "\"q"];

    /// <summary>Takes a step and says which.</summary>
    public string Take()
    {
        var path = Path();
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                Put(path);
                return Git("add", "--all");
            case 3:
                Put(path);
                return Git("add", "--intent-to-add", "--", path);
            case 4:
                return Git("rm", "--cached", "-r", "--quiet", "--", path);
            case 5:
                return Git("update-index", "--add", "--cacheinfo", $"120000,{repository.Git("hash-object", "-w", repository.PathOf("first"))},{path}");
            case 6:
                return Git("update-index", random.Next(2) == 0 ? "--chmod=+x" : "--chmod=-x", "--", path);
            case 7:
                return Git("update-index", "--add", "--cacheinfo", $"160000,{repository.Git("rev-parse", "HEAD")},{path}");
            case 8:
                return Conflict(path);
            case 9:
                return Git("write-tree");
            case 10:
                return Git("reset", "--soft", "HEAD~1");
            default:
                return Git("commit", "--quiet", "--message", "step", "--allow-empty");
        }
    }

    private string Path()
    {
        var parts = new List<string>();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            parts.Add(Names[random.Next(Names.Length)]);
        }

        return string.Join('/', parts);
    }

    // Whatever stands in the way of a file, or below it, goes.
    private void Put(string path)
    {
        var full = repository.PathOf(path);
        for (var parent = System.IO.Path.GetDirectoryName(full)!; parent.Length > repository.Root.Length; parent = System.IO.Path.GetDirectoryName(parent)!)
        {
            if (File.Exists(parent))
            {
                File.Delete(parent);
            }
        }

        if (Directory.Exists(full))
        {
            Directory.Delete(full, recursive: true);
        }

        repository.Write(path, random.Next(3).ToString(CultureInfo.InvariantCulture));
    }

    private string Conflict(string path)
    {
        var id = repository.Git("hash-object", "-w", repository.PathOf("first"));
        var conflict = $"0 {new string('0', 40)}\t{path}\0100644 {id} 1\t{path}\0100644 {id} 2\t{path}\0";
        return "conflict " + repository.Run("git", ["update-index", "-z", "--index-info"], conflict).ExitCode;
    }

    private string Git(params string[] arguments) => $"git {string.Join(' ', arguments)}: {repository.TryGit(arguments).ExitCode}";
}
