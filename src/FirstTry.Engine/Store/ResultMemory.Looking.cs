using System.Collections.Generic;
using System.Diagnostics;
using FirstTry.Engine.Fingerprints;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Git;

namespace FirstTry.Engine.Store;

/// <content>Looking for a pass that may stand in.</content>
public sealed partial class ResultMemory
{
    private const string InputsUnchanged = "inputs unchanged";

    private static string? WhyNever(PlannedCheck check) =>
        !check.Check.Cache.Enabled ? "never remembered: 'cache: false'"
        : check.Obstacle is not null ? "it cannot be started"
        : check.Check.Interactive ? "never remembered: it is interactive"
        : null;

    private static CheckResult Remembered(PlannedCheck check, Lookup lookup, StoredResult found) => new()
    {
        Planned = check,
        Status = CheckStatus.Passed,
        Reason = InputsUnchanged,
        ExitCode = found.ExitCode,
        Duration = Stopwatch.GetElapsedTime(lookup.Timestamp),
        Saved = found.Duration,
        IsCached = true,
        Fingerprint = found.Key,
        Output = LogText.Strip(lookup.Log),
    };

    private Lookup Look(PlannedCheck check)
    {
        var lookup = new Lookup { At = _settings.Clock.GetUtcNow(), Timestamp = Stopwatch.GetTimestamp() };
        if (WhyNever(check) is { } never)
        {
            return lookup with { Obstacle = never };
        }

        var fingerprint = Fingerprint(check, out var failure);
        if (fingerprint?.Key is not { } key)
        {
            return lookup with { Obstacle = $"cannot be remembered: {fingerprint?.Obstacle ?? failure}" };
        }

        lookup = lookup with { Fingerprint = fingerprint };
        if (_settings.Mode == CacheMode.Refresh)
        {
            return lookup with { Obstacle = "the mode is 'refresh'" };
        }

        return _store.Find(key) is { } found ? Judge(check, lookup, found) : lookup;
    }

    // Where the tree cannot be looked at nothing is remembered; whether that keeps the check from passing is for the check to say.
    private Fingerprint? Fingerprint(PlannedCheck check, out string? failure)
    {
        try
        {
            failure = null;
            return _fingerprints.Of(check, LeftBehindBy(check.Needs));
        }
        catch (GitException exception)
        {
            failure = exception.Message;
            return null;
        }
    }

    private Lookup Judge(PlannedCheck check, Lookup lookup, StoredResult found)
    {
        if (check.Check.Cache.MaxAge is { } age && lookup.At - found.Stored > age.ToTimeSpan())
        {
            return lookup with { Obstacle = $"the remembered pass is older than {age}" };
        }

        if (OutputsOf(check) is not { Obstacle: null } outputs || outputs.Digest != (found.Outputs ?? ""))
        {
            return lookup with { Obstacle = "its outputs are not as it left them" };
        }

        return _store.ReadLog(found) is { } log ? lookup with { Found = found, Log = log } : lookup;
    }

    private List<PostState> LeftBehindBy(IReadOnlyList<PlannedCheck> needs)
    {
        var states = new List<PostState>(needs.Count);
        for (var i = 0; i < needs.Count; i++)
        {
            states.Add(OutputsOf(needs[i]));
        }

        return states;
    }

    private PostState OutputsOf(PlannedCheck check) =>
        check.Check.Outputs is null ? new PostState(check.Name, "") : _fingerprints.PostStateOf(check);
}
