using System.Collections.Generic;
using FirstTry.Config;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>Gets the graph of a repository, and says what is wrong with its config.</summary>
internal static class GraphSource
{
    /// <summary>The graph of the config, the built-in one where there is none, or null when the config has errors, which are printed.</summary>
    /// <exception cref="UsageException">The config cannot be read.</exception>
    public static CheckGraph? Load(Invocation invocation, Worktree worktree)
    {
        if (invocation.Image is { } image && image.IsFresh(worktree.Root))
        {
            return image.Graph with { CodeSource = image.Origin.CodeDigest };
        }

        if (ConfigFiles.Load(worktree.Root) is { } config)
        {
            return Accept(invocation, config);
        }

        return ConfigFiles.Find(invocation.Directory) is { } stray
            ? throw new UsageException($"{stray} in '{invocation.Directory}' does not count: a config lies at the top of the repository, '{worktree.Root}'. Move it there.")
            : FirstTryGraph.Graph;
    }

    /// <summary>The graph of the config as it goes out; null when that has errors, which are printed, or is none.</summary>
    /// <exception cref="UsageException">The config cannot be read.</exception>
    public static CheckGraph? Load(Invocation invocation, Worktree worktree, Dictionary<string, byte[]?> outgoing) =>
        ConfigFiles.Load(worktree.Root, outgoing) is { } config ? Accept(invocation, config) : null;

    /// <summary>The graph of a config, or null when it has errors; problems go to standard error.</summary>
    public static CheckGraph? Accept(Invocation invocation, ConfigResult config)
    {
        foreach (var problem in config.Problems)
        {
            invocation.WriteError(problem.ToString());
        }

        return config.HasErrors ? null : config.Graph;
    }
}
