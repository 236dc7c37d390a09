using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.History;
using FirstTry.Engine.Running.Trees;
using FirstTry.Engine.Store;
using FirstTry.Git;
using FirstTry.Git.Isolation;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>What a run remembers, put together from the store of the user, the history of the repository and the working tree.</summary>
internal sealed class RunMemory
{
    private readonly Invocation _invocation;
    private readonly ResultStore _store;
    private readonly FingerprintSession _fingerprints;
    private readonly CacheMode _mode;
    private readonly StagedFolder _staged;

    private RunMemory(Invocation invocation, ResultStore store, FingerprintSession fingerprints, MemorySettings settings, StagedFolder staged)
    {
        _staged = staged;
        _invocation = invocation;
        _store = store;
        _fingerprints = fingerprints;
        _mode = settings.Mode;
        Results = new ResultMemory(settings, fingerprints, store);
        Explanation = new MissExplanation(store, settings.History, settings.Worktree);
    }

    /// <summary>The mode that the command line or the environment asks for.</summary>
    public static CacheMode ModeOf(Invocation invocation, RunOptions options) =>
        options.Cache ?? Variables.Cache(invocation.Environment) ?? CacheMode.ReadWrite;

    /// <summary>What the scheduler asks.</summary>
    public ResultMemory Results { get; }

    /// <summary>Compares runs.</summary>
    public MissExplanation Explanation { get; }

    /// <summary>The tracked files as the latest look saw them; null when there is none.</summary>
    public TrackedEntries? Seen() => _fingerprints.Seen();

    private bool MayWrite => _mode is not CacheMode.Read;

    /// <summary>The memory of a run; null when nothing is to be remembered, or there is no place for it.</summary>
    /// <param name="tree">How the run stays in the working tree; null when nothing of it will be executed.</param>
    /// <param name="explains">Whether somebody will read why a check was not recalled.</param>
    public static RunMemory? Open(Invocation invocation, PreparedRun run, CacheMode mode, byte[]? hookInput, TreeSettings? tree, bool explains)
    {
        if (mode == CacheMode.Off || invocation.Program is not { } program
            || StorePlace.Find(invocation.Environment, invocation.Directory) is not { } place)
        {
            return null;
        }

        var staged = new StagedFolder();
        var fingerprints = new FingerprintSession(new FingerprintScene
        {
            Worktree = run.Worktree,
            Environment = invocation.Environment,
            Facts = run.Request.Facts,
            Program = program,
            Processors = invocation.Processors,
            Salt = run.Request.Graph.Cache.Salt,
            MessageFile = run.Plan.MessageFile,
            HookInput = hookInput,
            StatFolder = Path.Combine(place, "stat"),
            IsParanoid = mode == CacheMode.Paranoid,
            KeepsDigests = mode != CacheMode.Read,
            FirstLook = tree?.Look,
            Hidden = tree?.Look is { } look && IsolatedWorktree.IsSupported ? () => look.Wait().Unstaged : static () => [],
            MaterializeHidden = paths =>
            {
                // What is written has to be removed again.
                tree?.Starting();
                return staged.Write(run.Worktree, invocation.Environment, paths);
            },
            Renewed = tree?.Renewed ?? new Dictionary<RepoPath, long>(),
            HidesUntracked = tree is { Look: not null, HidesUntracked: true },
        });
        var settings = new MemorySettings
        {
            Mode = mode,
            Version = ProductVersion.Text,
            History = new RunHistory(run.Worktree.CommonDirectory),
            Worktree = RunRecord.NameOf(run.Worktree),
            ExplainsMisses = explains,
            IsDisturbed = () => tree?.Undisturbed is { IsDisturbed: true },
        };
        return new RunMemory(invocation, new ResultStore(place, mode != CacheMode.Read, TimeProvider.System), fingerprints, settings, staged);
    }

    /// <summary>A memory that is only asked what a run would find: it writes and removes nothing.</summary>
    public static RunMemory? OpenToLook(Invocation invocation, PreparedRun run, CacheMode mode) =>
        Open(invocation, run, mode is CacheMode.Off or CacheMode.Refresh ? mode : CacheMode.Read, hookInput: null, tree: null, explains: true);

    /// <summary>What is left to do when the verdict is said: nothing of it can change it.</summary>
    public void Finish()
    {
        _staged.Remove();
        if (MayWrite)
        {
            _fingerprints.Save();
        }

        if (_store.Fault is { } fault)
        {
            _invocation.WriteError($"firsttry: what passed is not remembered: the store in '{_store.Root}' cannot be written: {fault}");
        }
        else if (MayWrite)
        {
            new StoreUpkeep(_store.Root, TimeProvider.System).PruneDaily();
        }

        if (_invocation.Environment["FIRSTTRY_COUNTERS"] is { Length: > 0 } file)
        {
            File.WriteAllText(file, ToJson(_fingerprints.Counters, Results));
        }
    }

    private static string ToJson(FingerprintCounters counters, ResultMemory results) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$"""{"files_stated":{{counters.FilesStated}},"files_hashed":{{counters.FilesHashed}},"bytes_read":{{counters.BytesRead}},"folders_read":{{counters.FoldersRead}},"hits":{{results.Hits}},"misses":{{results.Misses}}}""");
}
