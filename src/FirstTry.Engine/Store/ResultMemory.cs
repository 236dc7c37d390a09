using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Store;

/// <summary>
/// The memory of one run: a pass stands in for a run exactly when everything that it depends on is what it was, and only a pass is ever
/// remembered. In doubt the check runs.
/// </summary>
public sealed partial class ResultMemory : IResultMemory
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ShortCheck = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private readonly Dictionary<PlannedCheck, Lookup> _lookups = [];
    private readonly MemorySettings _settings;
    private readonly FingerprintSession _fingerprints;
    private readonly ResultStore _store;
    private readonly MissExplanation? _explanation;
    private readonly List<PendingResult> _pending = [];
    private bool _hasExecuted;
    private bool _isTreeEntered;
    private int _running;
    private long _lastEndedAt;

    /// <summary>The memory of a run that takes its fingerprints in one session.</summary>
    public ResultMemory(MemorySettings settings, FingerprintSession fingerprints, ResultStore store)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(store);
        _settings = settings;
        _fingerprints = fingerprints;
        _store = store;
        _explanation = settings.ExplainsMisses ? new MissExplanation(store, settings.History, settings.Worktree) : null;
    }

    /// <summary>How many checks had a remembered pass; in verify mode they ran all the same.</summary>
    public int Hits { get; private set; }

    /// <summary>How many were looked for in vain.</summary>
    public int Misses { get; private set; }

    private bool MayStore => _settings.Mode is not (CacheMode.Read or CacheMode.Off);

    /// <inheritdoc />
    public CheckResult? Recall(PlannedCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        lock (_gate)
        {
            KeepPending();
            LookAgainIfNeeded();
            var lookup = Look(check);
            if (lookup.Found is not null && _settings.IsDisturbed())
            {
                lookup = lookup with { Found = null, Fingerprint = null, Obstacle = "cannot be remembered: another run had hidden unstaged changes meanwhile" };
            }

            Hits += lookup.Found is null ? 0 : 1;
            if (lookup.Found is { } found && _settings.Mode != CacheMode.Verify)
            {
                _store.Touch(found.Key);
                return Remembered(check, lookup, found);
            }

            if (lookup.Key is not null)
            {
                Misses += lookup.Found is null ? 1 : 0;
                lookup = lookup with { MissReason = _explanation?.Explain(check, lookup) };
                KeepDocument(lookup.Fingerprint!);
            }

            _lookups[check] = lookup;
            return null;
        }
    }

    /// <inheritdoc />
    public void Starting(PlannedCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        lock (_gate)
        {
            _running++;
            _hasExecuted = true;
            if (!_isTreeEntered)
            {
                _isTreeEntered = true;
                _fingerprints.TreeHoldsWhatGoesOut();
            }

            if (_lookups.TryGetValue(check, out var lookup) && lookup.Key is not null)
            {
                _fingerprints.Starting(lookup.Fingerprint!);
            }
        }
    }

    /// <inheritdoc />
    public CheckResult Keep(CheckResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (_gate)
        {
            _running--;
            _lastEndedAt = Stopwatch.GetTimestamp();
            if (!_lookups.TryGetValue(result.Planned, out var lookup))
            {
                return result;
            }

            result = result with { Fingerprint = lookup.Key, MissReason = lookup.MissReason };
            return lookup.Key is null ? result with { MissReason = _settings.ExplainsMisses ? lookup.Obstacle : null } : Keep(result, lookup);
        }
    }

    /// <inheritdoc />
    public void Close()
    {
        lock (_gate)
        {
            KeepPending();
        }
    }

    /// <summary>What would come of looking for a check now; nothing is written.</summary>
    public Foresight Foresee(PlannedCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        lock (_gate)
        {
            var lookup = Look(check);
            var isHit = lookup.Found is not null;
            var reason = isHit ? InputsUnchanged : lookup.Obstacle ?? _explanation?.Explain(check, lookup) ?? "";
            return new Foresight(isHit, reason, lookup.Key, lookup.Found?.Duration ?? TimeSpan.Zero) { Fingerprint = lookup.Fingerprint };
        }
    }

    private CheckResult Keep(CheckResult result, Lookup lookup)
    {
        // What objects is remembered by nobody; it is only of interest where a remembered pass says otherwise.
        if (result.Status is CheckStatus.Cancelled or CheckStatus.Skipped || (result.Status != CheckStatus.Passed && lookup.Found is null))
        {
            return result;
        }

        if (MayWait(result))
        {
            _pending.Add(new PendingResult(result, lookup, Stopwatch.GetTimestamp()));
            return result;
        }

        KeepPending();
        return Keep(result, lookup, Stopwatch.GetTimestamp());
    }

    // A look at the tree may take longer than a short check: several that end one after another share it, where nobody reads what it says.
    private bool MayWait(CheckResult result) =>
        result.Duration < ShortCheck && result.Planned.Check.Outputs is null && result.Bucket != Bucket.Mutating && !_settings.ExplainsMisses && _settings.Mode != CacheMode.Verify;

    private void KeepPending()
    {
        foreach (var pending in _pending)
        {
            _ = Keep(pending.Result, pending.Lookup, pending.EndedAt);
        }

        _pending.Clear();
    }

    private CheckResult Keep(CheckResult result, Lookup lookup, long endedAt)
    {
        if (_fingerprints.InputsUnchanged(lookup.Fingerprint!, result.Bucket, endedAt) is { } change)
        {
            return result with { MissReason = $"not remembered: {change}" };
        }

        if (lookup.Found is not null && result.Status != CheckStatus.Passed)
        {
            return Disagree(result, lookup.Found);
        }

        return WhyNotStored(result, lookup) is { } reason ? result with { MissReason = reason } : Store(result, lookup);
    }

    // Empty where there is nothing to say: the verdict itself is why.
    private string? WhyNotStored(CheckResult result, Lookup lookup)
    {
        if (!MayStore || result.Status != CheckStatus.Passed || result.ExitCode != 0)
        {
            return result.MissReason ?? "";
        }

        if (result.Reason is { } reason)
        {
            return $"not remembered: {reason}";
        }

        if (result.Output.Length > ResultStore.MostLogBytes)
        {
            return $"not remembered: it wrote more than {ResultStore.MostLogBytes / (1024 * 1024)} MB";
        }

        return HasClockMovedBack(lookup) ? "not remembered: the clock was moved back while it ran" : null;
    }

    private bool HasClockMovedBack(Lookup lookup) =>
        _settings.Clock.GetUtcNow() - lookup.At < Stopwatch.GetElapsedTime(lookup.Timestamp) - ClockTolerance;

    private CheckResult Store(CheckResult result, Lookup lookup)
    {
        if (OutputsOf(result.Planned) is not { Obstacle: null } outputs)
        {
            return result with { MissReason = "not remembered: its outputs cannot be read" };
        }

        _store.Keep(
            new StoredResult
            {
                Key = lookup.Key!,
                ExitCode = 0,
                Duration = result.Duration,
                Cpu = result.Cpu,
                PeakMemory = result.PeakMemory,
                Stored = _settings.Clock.GetUtcNow(),
                Outputs = outputs.Digest.Length == 0 ? null : outputs.Digest,
                Version = _settings.Version,
            },
            result.Output);
        return result;
    }

    private CheckResult Disagree(CheckResult result, StoredResult found)
    {
        if (MayStore)
        {
            _store.Remove(found.Key);
        }

        return result with
        {
            Status = CheckStatus.Error,
            Reason = $"remembered as passed, but now it {Gate.Describe(result)} under the same fingerprint {found.Key[..12]}: the check depends on something"
                + " that its inputs, tools and variables do not name, or its verdict changes by chance; the remembered pass is removed",
            IsFailure = true,
            IsGateClosed = true,
        };
    }

    // What ran may have written anything, and what runs still does. A look that began after the last one ended has seen all of it.
    private void LookAgainIfNeeded()
    {
        if (_hasExecuted)
        {
            _hasExecuted = _running > 0;
            _fingerprints.TreeMayHaveChanged(_running > 0 ? Stopwatch.GetTimestamp() : _lastEndedAt);
        }
    }

    private void KeepDocument(Fingerprint fingerprint)
    {
        if (!MayStore || !_store.IsWritable)
        {
            return;
        }

        foreach (var part in fingerprint.Parts())
        {
            _store.KeepContent(part.Digest, part.Content.Span);
        }

        _store.KeepContent(fingerprint.Key!, fingerprint.Document.Span);
    }
}
