using System;
using System.Collections.Generic;
using FirstTry.Config.Binding;
using FirstTry.Config.Problems;
using FirstTry.Graph;

namespace FirstTry.Config.Validation;

/// <summary>Resolves the checks of profiles and what profiles extend. The inline profiles of hooks come after the named ones.</summary>
internal sealed class ProfileResolver
{
    private const string TagPrefix = "tag:";

    private readonly List<ProfileDraft> _drafts;
    private readonly CheckResolver _checks;
    private readonly ProblemList _problems;
    private readonly List<int>[] _extends;
    private readonly Cycles _cycles;
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    public ProfileResolver(List<ProfileDraft> drafts, CheckResolver checks, ProblemList problems)
    {
        _drafts = drafts;
        _checks = checks;
        _problems = problems;
        foreach (var draft in drafts)
        {
            if (draft.Name is { } name)
            {
                Index.Add(name);
            }
        }

        _extends = new List<int>[drafts.Count];
        for (var i = 0; i < _extends.Length; i++)
        {
            _extends[i] = Index.Resolve(drafts[i].Extends);
        }

        _cycles = Cycles.Search(_extends);
        CollectTags();
    }

    /// <summary>The named profiles by their place in the file.</summary>
    public ReferenceList Index { get; } = new();

    /// <summary>Reports unknown names and circles.</summary>
    public void Validate()
    {
        foreach (var draft in _drafts)
        {
            foreach (var check in draft.Checks)
            {
                ValidateCheck(draft, check);
            }

            foreach (var extended in draft.Extends)
            {
                ValidateProfile(draft.Subject + " extends", extended);
            }
        }

        foreach (var circle in _cycles.Found)
        {
            ReportCircle(circle);
        }
    }

    /// <summary>Reports a name that is no profile; <paramref name="introduction"/> says who uses it.</summary>
    public void ValidateProfile(string introduction, NameReference reference)
    {
        if (Index.IndexOf(reference.Name) >= 0)
        {
            return;
        }

        var offer = Index.Names.Count == 0
            ? "The file has no profiles: add it below 'profiles'."
            : Wording.Offer(_problems, reference.Name, Index.Names, "Profiles: ");
        _problems.Add(Rules.UnknownProfile, reference.At, $"{introduction} {Wording.Quote(reference.Name)}, which is no profile. {offer}");
    }

    /// <summary>All profiles in the order of the drafts; only for a draft without errors.</summary>
    public Profile[] Resolve(Check[] checks)
    {
        var flattener = new ProfileFlattener(_drafts, _extends, reference => Select(reference.Name));
        return flattener.Flatten(_cycles.Order, checks);
    }

    private void CollectTags()
    {
        foreach (var draft in _checks.Drafts)
        {
            foreach (var tag in draft.Tags)
            {
                _tags.Add(tag);
            }
        }
    }

    private static bool IsTag(string name) => name.StartsWith(TagPrefix, StringComparison.Ordinal);

    /// <summary>The checks that a name or <c>tag:NAME</c> stands for.</summary>
    private List<int> Select(string name)
    {
        if (!IsTag(name))
        {
            return [_checks.Index.IndexOf(name)];
        }

        var tag = name.Substring(TagPrefix.Length);
        var selected = new List<int>();
        for (var i = 0; i < _checks.Drafts.Count; i++)
        {
            if (_checks.Drafts[i].HasTag(tag))
            {
                selected.Add(i);
            }
        }

        return selected;
    }

    private void ValidateCheck(ProfileDraft draft, NameReference reference)
    {
        var name = reference.Name;
        if (IsTag(name))
        {
            ValidateTag(draft, name.Substring(TagPrefix.Length), reference);
        }
        else if (_checks.Index.IndexOf(name) < 0)
        {
            var offer = Wording.Offer(_problems, name, _checks.Index.Names, "Checks: ");
            _problems.Add(Rules.UnknownCheck, reference.At, $"{draft.Subject} names {Wording.Quote(name)}, which is no check. {offer}");
        }
    }

    private void ValidateTag(ProfileDraft draft, string tag, NameReference reference)
    {
        if (!_tags.Contains(tag))
        {
            var offer = Wording.Offer(_problems, tag, _tags, "Tags: ");
            _problems.Add(
                Rules.UnknownTag,
                reference.At,
                $"{draft.Subject} names the tag {Wording.Quote(tag)}, and no check has it. {offer} Checks get tags with 'tags: [{Wording.Plain(tag)}]'.");
        }
    }

    private void ReportCircle(int[] circle)
    {
        var first = _drafts[circle[0]];
        var second = _drafts[circle[circle.Length > 1 ? 1 : 0]];
        _problems.Add(
            Rules.ExtendsCycle,
            CircleMessage.First(first.Extends, second.Name!).At,
            $"Profiles extend each other in a circle: {CircleMessage.Path(circle, index => _drafts[index].Name!)}. Remove one of these 'extends'.");
    }
}
