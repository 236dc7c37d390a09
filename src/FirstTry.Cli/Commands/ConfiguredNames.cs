using System.Collections.Generic;
using System.CommandLine.Completions;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Commands;

/// <summary>Names of the config around the current directory, for completion: nothing where there is none or it has errors.</summary>
internal static class ConfiguredNames
{
    public static IEnumerable<CompletionItem> OfChecks(Invocation invocation)
    {
        foreach (var check in Load(invocation).Checks)
        {
            yield return new CompletionItem(check.Name);
        }
    }

    public static IEnumerable<CompletionItem> OfTargets(Invocation invocation)
    {
        var graph = Load(invocation);
        foreach (var profile in graph.Profiles)
        {
            yield return new CompletionItem(profile.Name!);
        }

        foreach (var hook in graph.Hooks)
        {
            yield return new CompletionItem(hook.Name);
        }
    }

    private static CheckGraph Load(Invocation invocation)
    {
        try
        {
            return ConfigFiles.Load(Worktree.Find(invocation.Directory, invocation.Environment).Root)?.Graph ?? CheckGraph.Empty;
        }
        catch (System.Exception exception) when (exception is UsageException or GitException)
        {
            // A shell that completes a word is no place for errors.
            return CheckGraph.Empty;
        }
    }
}
