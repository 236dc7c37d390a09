using System;
using System.Collections.Generic;
using FirstTry.Config.Binding;
using FirstTry.Config.Problems;
using FirstTry.Graph;

namespace FirstTry.Config.Validation;

/// <summary>Resolves the names of a draft and makes the graph of it.</summary>
internal static class GraphBuilder
{
    /// <summary>The graph; empty when there is an error among the problems.</summary>
    public static CheckGraph Build(GraphDraft draft, ProblemList problems)
    {
        var checks = new CheckResolver(draft.Checks, problems);
        var profiles = new ProfileResolver(WithInlineProfiles(draft), checks, problems);
        checks.Validate();
        profiles.Validate();
        foreach (var hook in draft.Hooks)
        {
            if (hook.Reference is { } reference)
            {
                profiles.ValidateProfile($"Hook {Wording.Quote(hook.Name)} names", reference);
            }
        }

        return problems.HasErrors ? CheckGraph.Empty : Resolve(draft, checks, profiles, problems);
    }

    private static CheckGraph Resolve(GraphDraft draft, CheckResolver checks, ProfileResolver profiles, ProblemList problems)
    {
        var resolvedChecks = checks.Resolve();
        var all = profiles.Resolve(resolvedChecks);
        var named = new Profile[draft.Profiles.Count];
        Array.Copy(all, named, named.Length);
        var hooks = ResolveHooks(draft.Hooks, all, named.Length, profiles.Index);
        ReportIdle(draft.Hooks, hooks, problems);
        return new CheckGraph
        {
            Workers = draft.Workers == 0 ? null : draft.Workers,
            Env = draft.Env,
            PassEnv = draft.PassEnv,
            Cache = draft.Cache,
            Checks = EquatableArray.Create(resolvedChecks),
            Profiles = EquatableArray.Create(named),
            Hooks = hooks,
        };
    }

    // What checks nothing passes everything, which nobody means. A profile without checks may be there for others to extend.
    private static void ReportIdle(List<HookDraft> drafts, EquatableArray<Hook> hooks, ProblemList problems)
    {
        for (var i = 0; i < hooks.Count; i++)
        {
            if (hooks[i].Profile.Checks.Count == 0)
            {
                var (at, whose) = drafts[i].Reference is { } reference
                    ? (reference.At, $"the profile {Wording.Quote(reference.Name)}, which has no checks")
                    : (drafts[i].Inline!.At, "no checks");
                problems.Add(
                    Rules.NothingChecked, at, $"Hook {Wording.Quote(hooks[i].Name)} has {whose}: everything passes. Add 'checks: [NAME]', or remove the hook.");
            }
        }
    }

    private static List<ProfileDraft> WithInlineProfiles(GraphDraft draft)
    {
        var all = new List<ProfileDraft>(draft.Profiles);
        foreach (var hook in draft.Hooks)
        {
            if (hook.Inline is { } inline)
            {
                all.Add(inline);
            }
        }

        return all;
    }

    private static EquatableArray<Hook> ResolveHooks(List<HookDraft> drafts, Profile[] profiles, int firstInline, ReferenceList index)
    {
        var hooks = new Hook[drafts.Count];
        for (var i = 0; i < hooks.Length; i++)
        {
            var place = drafts[i].Reference is { } reference ? index.IndexOf(reference.Name) : firstInline++;
            hooks[i] = new Hook(drafts[i].Name, profiles[place]);
        }

        return EquatableArray.Create(hooks);
    }
}
