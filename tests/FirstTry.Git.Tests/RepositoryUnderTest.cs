using System.Collections.Generic;
using System.Linq;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>The door of this project, opened on a temporary repository.</summary>
internal static class RepositoryUnderTest
{
    /// <summary>This process's variables with those of the repository on top.</summary>
    public static EnvironmentBlock Block(this TemporaryRepository repository) =>
        repository.Environment.Aggregate(EnvironmentBlock.FromCurrentProcess(), (block, variable) => block.With(variable.Key, variable.Value));

    public static Worktree Worktree(this TemporaryRepository repository) => FirstTry.Git.Worktree.Find(repository.Root, repository.Block());

    public static ChangeReader Changes(this TemporaryRepository repository) => new(repository.Worktree(), repository.Block());

    /// <summary>What is staged as git tells it, and by our own comparison with HEAD's trees, which must be the same.</summary>
    public static ChangeSet Staged(this ChangeReader changes, Worktree worktree, EnvironmentBlock environment)
    {
        var told = changes.Staged();
        using var pending = changes.StartStaged(WorktreeLook.Start(worktree, environment, processors: 2));
        var compared = pending.Wait();
        Assert.Equal(told.Files, compared.Files);
        Assert.Equal(told.Deleted, compared.Deleted);
        return compared;
    }

    /// <inheritdoc cref="Staged(ChangeReader, Worktree, EnvironmentBlock)"/>
    public static ChangeSet Staged(this TemporaryRepository repository) =>
        repository.Changes().Staged(repository.Worktree(), repository.Block());

    public static WorktreeState Look(this TemporaryRepository repository) =>
        WorktreeLook.Start(repository.Worktree(), repository.Block(), processors: 2).Wait();

    public static IReadOnlyList<RepoPath> Unstaged(this TemporaryRepository repository) => repository.Look().Unstaged;

    public static IEnumerable<string> Names(this IEnumerable<RepoPath> paths) => paths.Select(path => path.ToString());
}
