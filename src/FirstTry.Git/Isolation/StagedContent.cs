using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Index;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation;

/// <summary>What is staged, as tools would find it in a working tree: filters, line ends, encodings, modes and links as git writes them.</summary>
public static class StagedContent
{
    private const int UsageError = 129;
    private const string AttributesFile = ".gitattributes";

    /// <summary>
    /// Writes the staged content of files below a directory, under their own paths; one git process for any number of them. Nothing is
    /// written for a path that has no one content. The index in use is not changed.
    /// </summary>
    /// <param name="directory">An existing, empty directory.</param>
    /// <exception cref="GitException">git failed, such as in a filter; its own words are the message.</exception>
    public static IReadOnlyList<StagedFile> Materialize(
        Worktree worktree, EnvironmentBlock environment, IReadOnlyList<RepoPath> paths, string directory)
    {
        var states = StatesOf(worktree, environment, paths);
        Write(worktree, environment, Present(states), directory);
        return states;
    }

    /// <summary>What the index in use has for each path, in the given order.</summary>
    /// <exception cref="GitException">The index is of a kind that only git reads, and git failed.</exception>
    public static IReadOnlyList<StagedFile> StatesOf(Worktree worktree, EnvironmentBlock environment, IReadOnlyList<RepoPath> paths)
    {
        var index = ReadIndex(worktree, environment);
        var asked = index is null ? new StatedByGit(worktree, environment) : null;
        var states = new List<StagedFile>(paths.Count);
        foreach (var path in paths)
        {
            states.Add(new StagedFile(path, index is null ? asked!.StateOf(path) : StateOf(index, path)));
        }

        return states;
    }

    /// <summary>Writes files that are known to be staged.</summary>
    internal static void Write(Worktree worktree, EnvironmentBlock environment, IReadOnlyList<RepoPath> paths, string directory)
    {
        if (paths.Count == 0)
        {
            return;
        }

        // An empty working tree makes git take the attributes from the index. Otherwise those of the tree are the same, and filters that are
        // programs of the repository are found from its top.
        var hasAttributes = HasAttributes(paths);
        var git = hasAttributes
            ? new GitCommand(worktree with { Root = directory, IsNamed = true }, environment.With("GIT_INDEX_FILE", IndexPath(worktree, environment)))
            : new GitCommand(worktree, environment);
        string[] target = hasAttributes ? [] : [$"--prefix={directory}/"];
        var input = NulList.Join(paths);

        // Files outside of a sparse checkout count as well; an old git does not leave them out and does not know the option.
        string[] arguments = ["checkout-index", "-z", "--stdin", "--ignore-skip-worktree-bits", .. target];
        var outcome = Run(git, arguments, input);
        if (outcome is { End: ProcessEnd.Exited, ExitCode: UsageError })
        {
            outcome = Run(git, ["checkout-index", "-z", "--stdin", .. target], input);
        }

        _ = GitCommand.OutputOf(arguments, outcome);
    }

    private static ProcessOutcome Run(GitCommand git, string[] arguments, byte[] input)
    {
        using var process = git.Start(ProcessArguments.Of(arguments), input);
        return process.Wait();
    }

    private static List<RepoPath> Present(IReadOnlyList<StagedFile> states)
    {
        var present = new List<RepoPath>(states.Count);
        foreach (var file in states)
        {
            if (file.State == StagedState.Present)
            {
                present.Add(file.Path);
            }
        }

        return present;
    }

    private static bool HasAttributes(IReadOnlyList<RepoPath> paths)
    {
        foreach (var path in paths)
        {
            var name = path.Bytes.AsSpan(path.Bytes.AsSpan().LastIndexOf((byte)'/') + 1);
            if (name.SequenceEqual(Encoding.ASCII.GetBytes(AttributesFile)))
            {
                return true;
            }
        }

        return false;
    }

    private static StagedState StateOf(IndexFile index, RepoPath path)
    {
        var place = index.Find(path.Bytes);
        if (place < 0)
        {
            return StagedState.Absent;
        }

        var entry = index[place];
        return entry.Stage != 0 ? StagedState.Unmerged
            : entry.IsIntentToAdd ? StagedState.Absent
            : entry.IsGitlink ? StagedState.Submodule
            : StagedState.Present;
    }

    // What a hook gets as a relative path counts from the top of the working tree.
    private static string IndexPath(Worktree worktree, EnvironmentBlock environment) => environment["GIT_INDEX_FILE"] is { Length: > 0 } given
        ? Path.GetFullPath(given, worktree.Root)
        : Path.Combine(worktree.GitDirectory, "index");

    private static IndexFile? ReadIndex(Worktree worktree, EnvironmentBlock environment)
    {
        var path = IndexPath(worktree, environment);
        var length = ObjectFormat.Of(worktree).IdLength;
        if (!File.Exists(path))
        {
            return IndexFile.FromListing([], length);
        }

        try
        {
            return IndexFile.TryParse(File.ReadAllBytes(path), length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GitException($"The index '{path}' cannot be read: {exception.Message}");
        }
    }
}
