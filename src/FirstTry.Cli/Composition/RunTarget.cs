using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>What is to be run: a profile, and the hook that it stands for.</summary>
/// <param name="Hook">The hook whose profile it is; null when a profile was meant.</param>
/// <param name="IsNamed">Whether somebody asked for it by name.</param>
internal sealed record RunTarget(Profile Profile, string? Hook, bool IsNamed)
{
    private const string DefaultHook = "pre-commit";

    /// <summary>The profile or hook of this name; without a name the profile of pre-commit, or every check where no hook has one.</summary>
    /// <exception cref="UsageException">There is no such profile or hook.</exception>
    public static RunTarget Resolve(CheckGraph graph, string? name)
    {
        if (name is null)
        {
            return graph.FindHook(DefaultHook) is { } hook
                ? new RunTarget(hook.Profile, null, IsNamed: false)
                : new RunTarget(Everything(graph), null, IsNamed: false);
        }

        if (graph.FindProfile(name) is { } profile)
        {
            return new RunTarget(profile, null, IsNamed: true);
        }

        return graph.FindHook(name) is { } named
            ? new RunTarget(named.Profile, named.Name, IsNamed: true)
            : throw new UsageException(Unknown(graph, name));
    }

    private static Profile Everything(CheckGraph graph) => new("default") { Checks = CheckReferences.Create([.. graph.Checks]) };

    private static string Unknown(CheckGraph graph, string name)
    {
        var known = new List<string>();
        foreach (var profile in graph.Profiles)
        {
            known.Add(profile.Name!);
        }

        foreach (var hook in graph.Hooks)
        {
            known.Add(hook.Name);
        }

        var list = known.Count == 0 ? "The config has none." : $"There are: {string.Join(", ", known)}.";
        return $"There is no profile or hook '{name}'.{NearestName.Suggest(name, known)} {list}";
    }
}
