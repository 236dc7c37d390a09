using System.Collections.Generic;
using FirstTry.Config.Binding;
using FirstTry.Config.Problems;
using FirstTry.Graph;

namespace FirstTry.Config.Validation;

/// <summary>Resolves what checks need.</summary>
internal sealed class CheckResolver
{
    private readonly List<CheckDraft> _drafts;
    private readonly ProblemList _problems;
    private readonly List<int>[] _needs;
    private readonly Cycles _cycles;

    public CheckResolver(List<CheckDraft> drafts, ProblemList problems)
    {
        _drafts = drafts;
        _problems = problems;
        foreach (var draft in drafts)
        {
            Index.Add(draft.Name);
        }

        _needs = new List<int>[drafts.Count];
        for (var i = 0; i < _needs.Length; i++)
        {
            _needs[i] = Index.Resolve(drafts[i].Needs);
        }

        _cycles = Cycles.Search(_needs);
    }

    /// <summary>The names of the checks by their place in the file.</summary>
    public ReferenceList Index { get; } = new();

    public IReadOnlyList<CheckDraft> Drafts => _drafts;

    /// <summary>Reports unknown names, needs of a later bucket and circles.</summary>
    public void Validate()
    {
        foreach (var draft in _drafts)
        {
            foreach (var need in draft.Needs)
            {
                ValidateNeed(draft, need);
            }
        }

        foreach (var circle in _cycles.Found)
        {
            ReportCircle(circle);
        }
    }

    /// <summary>The checks in the order of the file; only for a draft without errors.</summary>
    public Check[] Resolve()
    {
        var checks = new Check[_drafts.Count];
        foreach (var index in _cycles.Order)
        {
            var needs = new Check[_needs[index].Count];
            for (var i = 0; i < needs.Length; i++)
            {
                needs[i] = checks[_needs[index][i]];
            }

            checks[index] = _drafts[index].ToCheck(CheckReferences.Create(needs));
        }

        return checks;
    }

    private void ValidateNeed(CheckDraft draft, NameReference need)
    {
        var index = Index.IndexOf(need.Name);
        if (index < 0)
        {
            var offer = Wording.Offer(_problems, need.Name, Index.Names, "Checks: ");
            _problems.Add(Rules.UnknownCheck, need.At, $"Check {Wording.Quote(draft.Name)} needs {Wording.Quote(need.Name)}, which is no check. {offer}");
            return;
        }

        var (own, other) = (draft.EffectiveBucket, _drafts[index].EffectiveBucket);
        if (other > own)
        {
            var (from, to) = (Wording.Quote(draft.Name), Wording.Quote(need.Name));
            _problems.Add(
                Rules.NeedsLaterBucket,
                need.At,
                $"Check {from} in bucket {Words.Of(own)} needs {to} in bucket {Words.Of(other)}, which runs later. "
                + $"Put {from} into bucket {Words.Of(other)}, or {to} into bucket {Words.Of(own)}.");
        }
    }

    private void ReportCircle(int[] circle)
    {
        var first = _drafts[circle[0]];
        var second = _drafts[circle[circle.Length > 1 ? 1 : 0]];
        _problems.Add(
            Rules.NeedsCycle,
            CircleMessage.First(first.Needs, second.Name).At,
            $"Checks need each other in a circle: {CircleMessage.Path(circle, index => _drafts[index].Name)}. Remove one of these needs.");
    }
}
