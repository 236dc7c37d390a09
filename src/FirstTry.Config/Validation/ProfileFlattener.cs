using System;
using System.Collections.Generic;
using FirstTry.Config.Binding;
using FirstTry.Graph;

namespace FirstTry.Config.Validation;

/// <summary>Puts what profiles extend into them: checks of the extended ones first, settings of the later and nearer ones over the others.</summary>
internal sealed class ProfileFlattener(List<ProfileDraft> drafts, List<int>[] extends, Func<NameReference, List<int>> select)
{
    private readonly FlatProfile[] _flat = new FlatProfile[drafts.Count];

    /// <summary>The profiles in the order of the drafts; <paramref name="order"/> has each after those that it extends.</summary>
    public Profile[] Flatten(List<int> order, Check[] checks)
    {
        foreach (var index in order)
        {
            _flat[index] = Flatten(index);
        }

        var profiles = new Profile[drafts.Count];
        for (var i = 0; i < profiles.Length; i++)
        {
            profiles[i] = _flat[i].ToProfile(drafts[i].Name, checks);
        }

        return profiles;
    }

    private FlatProfile Flatten(int index)
    {
        var flat = new FlatProfile();
        foreach (var extended in extends[index])
        {
            flat.Inherit(_flat[extended]);
        }

        var draft = drafts[index];
        foreach (var reference in draft.Checks)
        {
            flat.AddChecks(select(reference));
        }

        flat.Override(draft);
        return flat;
    }
}
