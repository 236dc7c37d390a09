using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>Which checks a run is about: the profile, narrowed or replaced by what the command line names.</summary>
internal static class CheckSelection
{
    /// <summary>The checks in the order of the profile, those that it does not have after it in the order of the file.</summary>
    internal static List<Check> Pick(RunRequest request)
    {
        Verify(request);
        var picked = new List<Check>();
        foreach (var check in InOrder(request))
        {
            if (IsPicked(check.Check, check.IsOfProfile, request) && (!request.IsFixing || CanMend(check.Check)))
            {
                picked.Add(check.Check);
            }
        }

        if (picked.Count == 0 && request.Tags.Count > 0)
        {
            throw new UsageException($"No check of profile '{request.Profile.Name}' has the tag '{string.Join("' or '", request.Tags)}'."
                + " Name another profile, or none to pick from all checks.");
        }

        return picked;
    }

    /// <summary>Why a check of the plan is not run although it was picked; null when it is.</summary>
    internal static string? WhyLeftOut(string name, RunRequest request) =>
        Contains(request.Skip, name) ? $"left out by --skip {name}"
        : Contains(request.SkipByEnvironment, name) ? "left out by FIRSTTRY_SKIP"
        : null;

    private static bool IsPicked(Check check, bool isOfProfile, RunRequest request)
    {
        if (request.Checks.Count == 0 && request.Tags.Count == 0)
        {
            return isOfProfile;
        }

        return Contains(request.Checks, check.Name)
            || ((isOfProfile || !request.IsProfileNamed) && HasTag(check, request.Tags));
    }

    private static List<(Check Check, bool IsOfProfile)> InOrder(RunRequest request)
    {
        var checks = new List<(Check, bool)>(request.Graph.Checks.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in request.Profile.Checks)
        {
            names.Add(check.Name);
            checks.Add((check, true));
        }

        foreach (var check in request.Graph.Checks)
        {
            if (!names.Contains(check.Name))
            {
                checks.Add((check, false));
            }
        }

        return checks;
    }

    private static bool CanMend(Check check) => check.Fix is not null || PlanOrder.BucketOf(check, isFixing: false) == Bucket.Mutating;

    private static void Verify(RunRequest request)
    {
        VerifyChecks(request.Checks, "--check", request);
        VerifyChecks(request.Skip, "--skip", request);
        VerifyChecks(request.SkipByEnvironment, "FIRSTTRY_SKIP", request);
        for (var i = 0; i < request.Tags.Count; i++)
        {
            VerifyTag(request.Tags[i], request.Graph);
        }
    }

    private static void VerifyChecks(IReadOnlyList<string> names, string source, RunRequest request)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (request.Graph.FindCheck(names[i]) is null && !IsOfProfile(names[i], request.Profile))
            {
                var known = NamesOf(request.Graph);
                throw new UsageException($"{source}: there is no check '{names[i]}'.{NearestName.Suggest(names[i], known)}"
                    + (known.Count == 0 ? "" : $" Checks: {string.Join(", ", known)}."));
            }
        }
    }

    private static void VerifyTag(string tag, CheckGraph graph)
    {
        var known = new List<string>();
        foreach (var check in graph.Checks)
        {
            foreach (var other in check.Tags)
            {
                if (!known.Contains(other))
                {
                    known.Add(other);
                }
            }
        }

        if (!known.Contains(tag))
        {
            throw new UsageException($"--tag: no check has the tag '{tag}'.{NearestName.Suggest(tag, known)}"
                + (known.Count == 0 ? " There are no tags." : $" Tags: {string.Join(", ", known)}."));
        }
    }

    private static bool IsOfProfile(string name, Profile profile)
    {
        foreach (var check in profile.Checks)
        {
            if (string.Equals(check.Name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> NamesOf(CheckGraph graph)
    {
        var names = new List<string>(graph.Checks.Count);
        foreach (var check in graph.Checks)
        {
            names.Add(check.Name);
        }

        return names;
    }

    private static bool HasTag(Check check, IReadOnlyList<string> tags)
    {
        foreach (var tag in check.Tags)
        {
            if (Contains(tags, tag))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
