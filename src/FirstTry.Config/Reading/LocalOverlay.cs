using FirstTry.Config.Problems;

namespace FirstTry.Config.Reading;

/// <summary>Lays <c>firsttry.local.yml</c> over the main file: checks, profiles and variables, key by key.</summary>
internal static class LocalOverlay
{
    /// <summary>A map with the keys of both, where those of <paramref name="local"/> win.</summary>
    public static MappingNode Apply(MappingNode main, MappingNode local, ProblemList problems)
    {
        var result = new MappingNode(main.Source, main.Span);
        foreach (var entry in main.Entries)
        {
            var index = local.IndexOf(entry.Key.Text);
            result.Add(index < 0 ? entry : ApplySection(entry, local.Entries[index]));
        }

        foreach (var entry in local.Entries)
        {
            if (!IsAllowed(entry.Key.Text))
            {
                problems.Add(
                    Rules.NotForLocal,
                    entry.Key,
                    $"The local file cannot have {Wording.Quote(entry.Key.Text)}: it may add or override 'checks', 'profiles' and 'env'. Move it to the shared file.");
            }
            else if (result.IndexOf(entry.Key.Text) < 0)
            {
                result.Add(entry);
            }
        }

        return result;
    }

    private static bool IsAllowed(string key) => key is "version" or "checks" or "profiles" or "env";

    private static MappingEntry ApplySection(MappingEntry main, MappingEntry local) => main.Key.Text switch
    {
        "version" => local,
        "env" => Combine(main, local, static (_, theirs) => theirs),
        "checks" => Combine(main, local, OverrideCheck),
        "profiles" => Combine(main, local, static (ours, theirs) => Combine(ours, theirs, static (_, value) => value)),
        _ => main,
    };

    private static MappingEntry OverrideCheck(MappingEntry main, MappingEntry local)
    {
        if (local.Value is not MappingNode theirs || main.Value is not MappingNode ours)
        {
            return local.Value is MappingNode ? local : new MappingEntry(local.Key, local.Value);
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

        return Combine(new MappingEntry(main.Key, kept), local, static (_, value) => value);
    }

    private static MappingEntry Combine(MappingEntry main, MappingEntry local, System.Func<MappingEntry, MappingEntry, MappingEntry> merge)
    {
        if (main.Value is not MappingNode ours || local.Value is not MappingNode theirs)
        {
            return local;
        }

        var combined = new MappingNode(ours.Source, ours.Span);
        foreach (var entry in ours.Entries)
        {
            var index = theirs.IndexOf(entry.Key.Text);
            combined.Add(index < 0 ? entry : merge(entry, theirs.Entries[index]));
        }

        foreach (var entry in theirs.Entries)
        {
            if (combined.IndexOf(entry.Key.Text) < 0)
            {
                combined.Add(entry);
            }
        }

        return new MappingEntry(main.Key, combined);
    }
}
