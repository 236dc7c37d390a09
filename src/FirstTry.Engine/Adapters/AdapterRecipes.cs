using System;
using System.Collections.Generic;
using FirstTry.Engine.Adapters.Dotnet;
using FirstTry.Engine.Adapters.Node;
using FirstTry.Engine.Adapters.Python;
using FirstTry.Engine.Builtins;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>Turns checks that use an adapter into checks that run a command.</summary>
public static class AdapterRecipes
{
    private static readonly AdapterRecipe[] All =
    [
        .. PythonRecipes.All, .. NodeRecipes.All, .. DotnetRecipes.All, .. OtherRecipes.All,
    ];

    /// <summary>
    /// The check with everything that its adapter stands for in this working tree: command, fix, bucket, files, inputs. What the check says
    /// itself stays. A built-in check gets its bucket and files. A check without an adapter, or written in C#, comes back as it is.
    /// </summary>
    /// <param name="searchPath">The folders of <c>PATH</c>, for adapters that choose between programs; null when unknown.</param>
    /// <exception cref="UsageException">The adapter cannot be used here; the message says why and what to do.</exception>
    public static Check Expand(Check check, string worktreeRoot, string? searchPath = null) => Expand(check, worktreeRoot, searchPath, changes: null).Check;

    /// <summary>The check with everything that its adapter stands for, doing no more than what changed asks for.</summary>
    /// <param name="check">The check.</param>
    /// <param name="worktreeRoot">The absolute path of the working tree.</param>
    /// <param name="searchPath">The folders of <c>PATH</c>; null when unknown.</param>
    /// <param name="changes">What changed; null when unknown: then everything is done.</param>
    /// <exception cref="UsageException">The adapter cannot be used here; the message says why and what to do.</exception>
    public static ExpandedCheck Expand(Check check, string worktreeRoot, string? searchPath, AdapterChanges? changes)
    {
        if (check.Uses is not { IsCode: false } adapter)
        {
            return new ExpandedCheck(check);
        }

        var bucket = check.Bucket ?? AdapterCatalog.Find(adapter.Name)?.Bucket;
        if (BuiltinCatalog.Find(adapter.Name) is { } builtin)
        {
            return new ExpandedCheck(check with { Bucket = bucket, Files = check.Files ?? GlobsOf(builtin.DefaultFiles) });
        }

        var recipe = Array.Find(All, candidate => string.Equals(candidate.Name, adapter.Name, StringComparison.Ordinal))
            ?? throw new UsageException($"Check '{check.Name}' uses '{adapter.Name}', which is no adapter and no built-in check.");
        var scene = new AdapterScene(check, worktreeRoot, searchPath, changes);
        var work = recipe.Choose?.Invoke(scene) ?? new AdapterWork(recipe.Run(scene));
        return new ExpandedCheck(Fill(check, recipe, scene, work) with { Bucket = bucket }, work.SkipReason) { KnownAs = work.KnownAs, FixKnownAs = check.Fix is null ? work.FixKnownAs : null, Scope = work.Scope, NothingDone = recipe.NothingDone };
    }

    private static Check Fill(Check check, AdapterRecipe recipe, AdapterScene scene, AdapterWork work) => check with
    {
        Run = work.Command,
        Root = work.Root ?? check.Root,
        Cache = work.IsCacheable ? check.Cache : CachePolicy.Never,
        Fix = check.Fix ?? work.Fix ?? recipe.Fix?.Invoke(scene),
        Files = check.Files ?? GlobsOf(recipe.Files),
        Inputs = Union(check.Inputs, GlobsOf(recipe.Inputs)),
        ParentInputs = (work.Root ?? check.Root) == "." ? [] : [.. recipe.Parents],
        OuterInputs = check.Files is null && check.Inputs is null && (work.Root ?? check.Root) != "." ? work.Outer : [],
        Hint = check.Hint ?? recipe.Hint,
    };

    private static GlobSet? Union(GlobSet? own, GlobSet? brought)
    {
        if (own is null || brought is null)
        {
            return own ?? brought;
        }

        return new GlobSet([.. own.Including, .. brought.Including], own.Excluding);
    }

    private static GlobSet? GlobsOf(IReadOnlyList<string> patterns)
    {
        if (patterns.Count == 0)
        {
            return null;
        }

        var globs = new Glob[patterns.Count];
        for (var i = 0; i < globs.Length; i++)
        {
            globs[i] = Glob.TryParse(patterns[i], out var glob, out var error) ? glob : throw new InvalidOperationException(error);
        }

        return new GlobSet(EquatableArray.Create(globs), []);
    }
}
