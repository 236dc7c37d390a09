using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Environments;
using FirstTry.Engine.Fingerprints.Inputs;
using FirstTry.Engine.Fingerprints.Remembering;
using FirstTry.Engine.Fingerprints.Tools;
using FirstTry.Engine.Fingerprints.Tools.Companions;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints;

/// <summary>
/// Takes the fingerprints of one run. One look at the tree, the digests of its files and what is known of tools are shared by all checks. May be
/// called from several threads.
/// </summary>
public sealed class FingerprintSession
{
    private readonly Lock _gate = new();
    private readonly FingerprintScene _scene;
    private readonly Forest _forest;
    private readonly InputCollector _collector;
    private readonly DigestCache _digests;
    private readonly ToolSection _tools;
    private readonly EnvironmentSection _environment;
    private readonly CheckEnvironment _checkEnvironment;
    private readonly SideFiles _sides;
    private readonly HiddenContent _hidden;
    private byte[]? _platform;

    /// <summary>Begins; nothing is looked at before it is asked for.</summary>
    public FingerprintSession(FingerprintScene scene)
    {
        _scene = scene;
        var hasher = new ContentHasher(scene, Counters);
        _digests = new DigestCache(scene.StatFolder is { } folder ? Path.Combine(folder, "files") : null, scene.Clock.GetUtcNow());
        _hidden = new HiddenContent(scene.Worktree.Root);
        _sides = new SideFiles(hasher, _digests, _hidden, scene, Counters);
        _forest = new Forest(scene, _hidden, Counters);
        _collector = new InputCollector(scene, hasher, _sides);
        _tools = new ToolSection(scene, new ToolFiles(_sides, _hidden), new PlainFiles(_sides, _hidden, Counters));
        _environment = new EnvironmentSection(scene);
        _checkEnvironment = new CheckEnvironment(scene.Environment, scene.MessageFile);
    }

    /// <summary>What it cost so far.</summary>
    public FingerprintCounters Counters { get; } = new();

    /// <summary>
    /// The fingerprint of a check as everything is now, to be taken just before it would start. What the tree holds is looked at anew only after
    /// <see cref="TreeMayHaveChanged()"/>.
    /// </summary>
    /// <param name="needs">What the checks that it needs left behind.</param>
    /// <exception cref="FirstTry.Git.GitException">The tree cannot be looked at.</exception>
    public Fingerprint Of(PlannedCheck check, IReadOnlyList<PostState> needs)
    {
        lock (_gate)
        {
            return Take(check, needs);
        }
    }

    /// <summary>To be called when something ran that may have written into the tree: the next fingerprint looks again.</summary>
    public void TreeMayHaveChanged() => TreeMayHaveChanged(Stopwatch.GetTimestamp());

    /// <summary>The same for what ended at this moment (<see cref="Stopwatch.GetTimestamp"/>): a look that began later has seen it.</summary>
    public void TreeMayHaveChanged(long endedAt)
    {
        lock (_gate)
        {
            _forest.LookAgain(since: endedAt);
            _tools.LookAgain();
        }
    }

    /// <summary>To be called once files that were hidden from checks hold their staged content: from now on the disk is what counts.</summary>
    public void TreeHoldsWhatGoesOut()
    {
        lock (_gate)
        {
            _forest.HoldsWhatGoesOut();
        }
    }

    /// <summary>To be called just before a check really starts, after <see cref="TreeHoldsWhatGoesOut"/>: notes what <see cref="InputsUnchanged(Fingerprint, Bucket)"/> compares.</summary>
    public void Starting(Fingerprint fingerprint)
    {
        lock (_gate)
        {
            fingerprint.Guard?.Start();
        }
    }

    /// <summary>
    /// To be called after a check has ended: null when its inputs were the same all the while, else the reason why its result must not be
    /// remembered, such as "src/app.py changed while it ran".
    /// </summary>
    public string? InputsUnchanged(Fingerprint fingerprint, Bucket bucket) => InputsUnchanged(fingerprint, bucket, Stopwatch.GetTimestamp());

    /// <summary>The same for a check that ended a while ago: several that have ended share one look at the tree.</summary>
    /// <param name="endedAt">When the check ended (<see cref="Stopwatch.GetTimestamp"/>).</param>
    public string? InputsUnchanged(Fingerprint fingerprint, Bucket bucket, long endedAt)
    {
        lock (_gate)
        {
            if (fingerprint.Guard is not { } guard)
            {
                return fingerprint.Obstacle;
            }

            _forest.LookAgain(endedAt);
            _tools.LookAgain();
            return Compare(fingerprint, guard, isContentAlone: bucket == Bucket.Mutating);
        }
    }

    /// <summary>What a check has left behind, as it is now: the digests of its <c>outputs</c>.</summary>
    public PostState PostStateOf(PlannedCheck check)
    {
        lock (_gate)
        {
            try
            {
                return new PostState(check.Name, new OutputDigests(_scene, _sides).Of(check.Check));
            }
            catch (Exception exception) when (exception is ObstacleException or IOException or UnauthorizedAccessException)
            {
                return new PostState(check.Name, "", exception.Message);
            }
        }
    }

    /// <summary>The tracked files as the latest look saw them; null when there was none since something ran.</summary>
    public TrackedEntries? Seen()
    {
        lock (_gate)
        {
            return _forest.Seen;
        }
    }

    /// <summary>Keeps the digests of files for the next run. To be called after the verdict; never fails.</summary>
    public void Save()
    {
        lock (_gate)
        {
            _forest.Save();
            _digests.Save();
        }
    }

    private string? Compare(Fingerprint before, InputGuard guard, bool isContentAlone)
    {
        try
        {
            return guard.WhyNot(before, Take(guard.Check, guard.Needs), isContentAlone);
        }
        catch (Exception exception) when (exception is GitException or ObstacleException)
        {
            return exception.Message;
        }
    }

    private Fingerprint Take(PlannedCheck check, IReadOnlyList<PostState> needs)
    {
        try
        {
            return Build(check, needs);
        }
        catch (ObstacleException obstacle)
        {
            return Fingerprint.None(obstacle.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fingerprint.None($"what it depends on cannot be read: {exception.Message}");
        }
    }

    // What a link leads to may be a folder, with files in it that nobody tracks.
    private static bool HasLink(IReadOnlyList<RepoPath> files, Tree tree)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (tree.IndexOf(files[i].Bytes) is var place && (place < 0 || tree.KindOf(place) == FileInputKind.Symlink))
            {
                return true;
            }
        }

        return false;
    }

    // What depends on no input is written while others look at the files; that the disk is not what counts is known only then.
    private DocumentWriter? WriteAhead(PlannedCheck check)
    {
        try
        {
            return WriteHead(check);
        }
        catch (Exception exception) when (exception is ObstacleException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private DocumentWriter WriteHead(PlannedCheck check)
    {
        var document = new DocumentWriter();
        document.Raw(FingerprintDocument.Title);
        document.Begin(Ingredient.Format);
        document.Item("salt", _scene.Salt);
        CommandSection.Write(check, document);
        _environment.Write(check, document);
        _tools.Write(check, _checkEnvironment.For(check), document);
        document.Raw(_platform ??= Platform.Describe());
        return document;
    }

    private Fingerprint Build(PlannedCheck check, IReadOnlyList<PostState> needs)
    {
        if (check.Check.Interactive)
        {
            throw new ObstacleException("it is interactive");
        }

        var isAhead = _forest.IsLooking;
        var ahead = isAhead ? WriteAhead(check) : null;
        var tree = _forest.Tree(isWhole: Selection.Of(check) is not null || check.Check.Root != "." || check.Builtin == "case-conflict");
        tree = check.TakesFiles && HasLink(check.Files, tree) ? _forest.Tree(isWhole: true) : tree;
        if (isAhead && !_hidden.IsEmpty)
        {
            // What is hidden is not to be read from disk, be it an input or a tool.
            _tools.LookAgain();
            ahead = null;
        }

        var document = ahead ?? WriteHead(check);
        var inputs = _collector.Collect(check, tree);
        inputs.Write(document);
        NeedsSection.Write(needs, document);
        FactsSection.Write(check, _scene, document);
        return Fingerprint.Of(document.Written.ToArray(), new InputGuard(_scene, check, needs, inputs));
    }
}
