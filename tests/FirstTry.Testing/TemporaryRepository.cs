using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;

namespace FirstTry.Testing;

/// <summary>A git repository of its own for one test: real git, fixed author and date, no configuration from outside.</summary>
public sealed class TemporaryRepository : IDisposable
{
    private readonly TemporaryDirectory _directory;

    private TemporaryRepository(TemporaryDirectory directory)
    {
        _directory = directory;

        // Never the store of whoever runs the tests, and none that another test has filled.
        Environment["FIRSTTRY_CACHE_DIR"] = directory.PathOf("cache");
    }

    /// <summary>What git and everything under test is started with; tests may add to it. A null value unsets.</summary>
    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal)
    {
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_AUTHOR_NAME"] = "Ada",
        ["GIT_AUTHOR_EMAIL"] = "ada@example.com",
        ["GIT_AUTHOR_DATE"] = "2026-01-02T03:04:05Z",
        ["GIT_COMMITTER_NAME"] = "Ada",
        ["GIT_COMMITTER_EMAIL"] = "ada@example.com",
        ["GIT_COMMITTER_DATE"] = "2026-01-02T03:04:05Z",
        ["GIT_DIR"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["GIT_WORK_TREE"] = null,
        ["GIT_PREFIX"] = null,
        ["FIRSTTRY"] = null,
        ["FIRSTTRY_SKIP"] = null,
        ["FIRSTTRY_WORKERS"] = null,
        ["FIRSTTRY_CACHE"] = null,
        ["CI"] = null,
        ["GITHUB_ACTIONS"] = null,
        ["NO_COLOR"] = null,
        ["LC_ALL"] = "C.UTF-8",
    };

    /// <summary>The top of the working tree.</summary>
    public string Root => _directory.PathOf("repo");

    /// <summary>A directory beside the repository, for remotes, tools and the like.</summary>
    public string Outside => _directory.FullPath;

    /// <summary>Makes an empty repository on branch <c>main</c>; <paramref name="initArguments"/> are passed to <c>git init</c>.</summary>
    /// <param name="isInMemory">Where the system has a file system in memory, there.</param>
    public static TemporaryRepository Create(string[]? initArguments = null, [CallerMemberName] string test = "", bool isInMemory = false)
    {
        var repository = new TemporaryRepository(TemporaryDirectory.Create(test, isInMemory));
        Directory.CreateDirectory(repository.Root);
        repository.Git(["init", "--quiet", "--initial-branch=main", .. initArguments ?? []]);
        return repository;
    }

    /// <summary>The absolute path of a file in the working tree.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Writes a file, with the folders above it.</summary>
    public void Write(string relative, string content)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>The text of a file in the working tree.</summary>
    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Stages everything and commits without hooks.</summary>
    public void CommitAll(string message = "commit")
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", message);
    }

    /// <summary>Runs git at the root and returns its output without the last line end.</summary>
    /// <exception cref="InvalidOperationException">git failed.</exception>
    public string Git(params string[] arguments)
    {
        var result = TryGit(arguments);
        return result.ExitCode == 0
            ? result.Output.TrimEnd('\n')
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {result}");
    }

    /// <summary>Runs git at the root, whatever comes of it.</summary>
    public CommandResult TryGit(params string[] arguments) => Run("git", arguments);

    /// <summary>Runs a program at the root with <see cref="Environment"/>.</summary>
    public CommandResult Run(string program, IEnumerable<string> arguments, string? input = null) =>
        CommandLine.Run(Root, program, arguments, Environment, input);

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();
}
