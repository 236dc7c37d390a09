using System;

namespace FirstTry.Graph;

/// <summary>Everything that <c>firsttry.yml</c> says, resolved: names are references and extended profiles are flat.</summary>
public sealed record CheckGraph
{
    /// <summary>A graph without checks: what a file with errors stands for.</summary>
    public static CheckGraph Empty { get; } = new();

    /// <summary>How many checks run at once; null for as many as this process may use cores.</summary>
    public int? Workers { get; init; }

    /// <summary>Variables for every check.</summary>
    public EquatableArray<EnvironmentVariable> Env { get; init; }

    /// <summary>Names of variables handed through to every check.</summary>
    public EquatableArray<string> PassEnv { get; init; }

    /// <summary>The settings of the result cache.</summary>
    public CacheSettings Cache { get; init; } = CacheSettings.Default;

    /// <summary>What is done about a native runner whose config has changed; the personal file says so.</summary>
    public RunnerRebuild Rebuild { get; init; }

    /// <summary>The SHA-256 of the sources of the checks written in C#, as they go out; null when no check uses one.</summary>
    public string? CodeSource { get; init; }

    /// <summary>The checks in the order of the file.</summary>
    public EquatableArray<Check> Checks { get; init; }

    /// <summary>The profiles in the order of the file.</summary>
    public EquatableArray<Profile> Profiles { get; init; }

    /// <summary>The hooks in the order of the file.</summary>
    public EquatableArray<Hook> Hooks { get; init; }

    /// <summary>The check of this name, or null.</summary>
    public Check? FindCheck(string name)
    {
        foreach (var check in Checks)
        {
            if (string.Equals(check.Name, name, StringComparison.Ordinal))
            {
                return check;
            }
        }

        return null;
    }

    /// <summary>Whether a check is written in C#.</summary>
    public bool UsesCode()
    {
        foreach (var check in Checks)
        {
            if (check.Uses is { IsCode: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The profile of this name, or null.</summary>
    public Profile? FindProfile(string name)
    {
        foreach (var profile in Profiles)
        {
            if (string.Equals(profile.Name, name, StringComparison.Ordinal))
            {
                return profile;
            }
        }

        return null;
    }

    /// <summary>The hook of this name, or null.</summary>
    public Hook? FindHook(string name)
    {
        foreach (var hook in Hooks)
        {
            if (string.Equals(hook.Name, name, StringComparison.Ordinal))
            {
                return hook;
            }
        }

        return null;
    }
}
