using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git;

/// <summary>What decides whether git tells the truth about a working tree.</summary>
public sealed class RepositoryHealth(Worktree worktree, EnvironmentBlock environment)
{
    /// <summary>The oldest git that understands everything it is asked.</summary>
    public static Version OldestGit { get; } = new(2, 26);

    private readonly GitCommand _git = new(worktree, environment);

    /// <summary>The version of git; null when what it says is no version.</summary>
    /// <exception cref="GitException">git cannot be started.</exception>
    public Version? GitVersion()
    {
        // "git version 2.39.5", "git version 2.39.5 (Apple Git-154)", "git version 2.45.1.windows.1"
        var words = Encoding.UTF8.GetString(_git.Run("version")).Split(' ', '\n');
        var parts = words.Length > 2 ? words[2].Split('.') : [];
        return parts.Length >= 2 && int.TryParse(parts[0], out var major) && int.TryParse(parts[1], out var minor) ? new Version(major, minor) : null;
    }

    /// <summary>
    /// Tracked files that git passes over when it looks for changes. Files that a sparse checkout left out are none: they are not there.
    /// </summary>
    /// <exception cref="GitException">git failed.</exception>
    public IReadOnlyList<OverlookedFile> FindOverlooked()
    {
        var overlooked = new List<OverlookedFile>();
        foreach (var line in NulList.Split(_git.Run("ls-files", "-v", "-z")))
        {
            // A letter, a blank, the path: small letters are assumed unchanged, S is left out of the working tree.
            var path = new RepoPath(line[2..]);
            var isSkipped = line[0] is (byte)'S' or (byte)'s';
            if (line[0] is >= (byte)'a' and <= (byte)'z' && (!isSkipped || WorktreeFiles.HasFile(worktree.Root, path)))
            {
                overlooked.Add(new OverlookedFile(path, IsSkipped: false));
            }
            else if (isSkipped && WorktreeFiles.HasFile(worktree.Root, path))
            {
                overlooked.Add(new OverlookedFile(path, IsSkipped: true));
            }
        }

        return overlooked;
    }

    /// <summary>Whether a setting such as <c>core.fileMode</c> is on; null when it is not set.</summary>
    /// <exception cref="GitException">git failed, or the value is neither on nor off.</exception>
    public bool? Setting(string name) => _git.Ask("config", "--type=bool", "--get", name) switch
    {
        null => null,
        var value => value == "true",
    };

    /// <summary>Why files cannot be kept safe in this worktree's git directory, as a sentence; null when they can.</summary>
    public string? FindObstacle() =>
        WhyUnusable(worktree.GitDirectory) ?? WhyUnwritable(Path.Combine(worktree.CommonDirectory, "objects")) ?? WhyUnwritable(worktree.Root);

    private static string? WhyUnwritable(string directory)
    {
        var probe = Path.Combine(directory, $".firsttry-{Guid.NewGuid():n}");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"'{directory}' cannot be written: {exception.Message}";
        }
    }

    // What isolation needs of a file system: files replaced by renaming, with their mode, and symbolic links.
    private static string? WhyUnusable(string directory)
    {
        if (WhyUnwritable(directory) is { } obstacle)
        {
            return obstacle;
        }

        var probe = Path.Combine(directory, $".firsttry-{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(probe);
            return WhyNoFiles(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"the file system of '{directory}' does not do what is needed: {exception.Message}";
        }
        finally
        {
            if (Directory.Exists(probe))
            {
                Directory.Delete(probe, recursive: true);
            }
        }
    }

    private static string? WhyNoFiles(string directory)
    {
        var (one, two) = (Path.Combine(directory, "one"), Path.Combine(directory, "two"));
        File.WriteAllText(one, "one");
        File.WriteAllText(two, "two");
        File.Move(one, two, overwrite: true);
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        File.CreateSymbolicLink(one, "two");
        File.SetUnixFileMode(two, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return (File.GetUnixFileMode(two) & UnixFileMode.UserExecute) == 0 ? $"the file system of '{directory}' does not keep the mode of a file" : null;
    }
}
