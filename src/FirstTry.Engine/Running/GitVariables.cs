using System;
using System.Collections.Generic;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>
/// The variables by which git tells a hook about the commit in progress. A check does not see them: a test suite that uses git in a
/// directory of its own would otherwise write into this repository.
/// </summary>
public static class GitVariables
{
    // Those of `git rev-parse --local-env-vars`, but GIT_CONFIG_COUNT, which only people and build servers set (safe.directory);
    // and what git adds for hooks: its own folder, the quarantine of a push, the namespace.
    private static readonly string[] Names =
    [
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_DIR", "GIT_EXEC_PATH",
        "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
        "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
    ];

    /// <summary>The same variables without those of git, but for the ones named in <paramref name="kept"/>.</summary>
    public static EnvironmentBlock RemoveFrom(EnvironmentBlock environment, IReadOnlyList<string> kept)
    {
        if (kept.Count == 0)
        {
            return environment.Without(Names);
        }

        var removed = new List<string>(Names.Length);
        foreach (var name in Names)
        {
            if (!Contains(kept, name))
            {
                removed.Add(name);
            }
        }

        return environment.Without([.. removed]);
    }

    /// <summary>True when one of these names is a variable of git.</summary>
    public static bool Includes(IReadOnlyList<string> names)
    {
        foreach (var name in Names)
        {
            if (Contains(names, name))
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
