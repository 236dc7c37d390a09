using System;
using FirstTry.Config.Problems;

namespace FirstTry.Config.Reading;

/// <summary>Lays <c>firsttry.local.yml</c> over the main file: checks, profiles and variables, key by key.</summary>
internal static class LocalOverlay
{
    /// <summary>The key that only the local file has: how one person's runner is kept.</summary>
    public const string Build = "build";

    /// <summary>A map with the keys of both, where those of <paramref name="local"/> win.</summary>
    public static MappingNode Apply(MappingNode main, MappingNode local, ProblemList problems)
    {
        foreach (var entry in local.Entries)
        {
            if (entry.Key.Text is "workers" or "pass_env" or "cache" or "hooks")
            {
                problems.Add(
                    Rules.NotForLocal,
                    entry.Key,
                    $"The local file cannot have {Wording.Quote(entry.Key.Text)}: it may add or override 'checks', 'profiles' and 'env', and have 'build'. Move it to the shared file.");
            }
        }

        return Combine(main, Shared(local), ApplySection);
    }

    private static MappingNode Shared(MappingNode local)
    {
        var shared = new MappingNode(local.Source, local.Span);
        foreach (var entry in local.Entries)
        {
            if (entry.Key.Text != Build)
            {
                shared.Add(entry);
            }
        }

        return shared;
    }

    private static MappingEntry ApplySection(MappingEntry main, MappingEntry local) => main.Key.Text switch
    {
        "env" => Combine(main, local, Replace),
        "checks" => Combine(main, local, OverrideCheck),
        "profiles" => Combine(main, local, static (ours, theirs) => Combine(ours, theirs, Replace)),
        _ => local,
    };

    private static MappingEntry Replace(MappingEntry main, MappingEntry local) => local;

    private static MappingEntry OverrideCheck(MappingEntry main, MappingEntry local)
    {
        if (local.Value is not MappingNode theirs || main.Value is not MappingNode ours)
        {
            return local;
        }

        // A command of one's own takes the place of an adapter and the other way round; both at once would be an error.
        var replacesRun = theirs.IndexOf("uses") >= 0;
        var replacesUses = theirs.IndexOf("run") >= 0;
        var kept = new MappingNode(ours.Source, ours.Span);
        foreach (var entry in ours.Entries)
        {
            if (!(replacesRun && entry.Key.Text == "run") && !(replacesUses && entry.Key.Text is "uses" or "with"))
            {
                kept.Add(entry);
            }
        }

        return Combine(new MappingEntry(main.Key, kept), local, Replace);
    }

    /// <summary>What is no map in one of the files is left to the reader of the section, which reports it.</summary>
    private static MappingEntry Combine(MappingEntry main, MappingEntry local, Func<MappingEntry, MappingEntry, MappingEntry> merge) =>
        main.Value is MappingNode ours && local.Value is MappingNode theirs
            ? new MappingEntry(main.Key, Combine(ours, theirs, merge))
            : local;

    private static MappingNode Combine(MappingNode main, MappingNode local, Func<MappingEntry, MappingEntry, MappingEntry> merge)
    {
        var combined = new MappingNode(main.Source, main.Span);
        foreach (var entry in main.Entries)
        {
            var index = local.IndexOf(entry.Key.Text);
            combined.Add(index < 0 ? entry : merge(entry, local.Entries[index]));
        }

        foreach (var entry in local.Entries)
        {
            if (main.IndexOf(entry.Key.Text) < 0)
            {
                combined.Add(entry);
            }
        }

        return combined;
    }
}
