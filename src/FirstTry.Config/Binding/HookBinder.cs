using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>Reads one entry of <c>hooks</c>.</summary>
internal static class HookBinder
{
    public static HookDraft Bind(MappingEntry entry, ProblemList problems)
    {
        var name = entry.Key.Text;
        var subject = Subject.Hook(name);
        CheckName(problems, name, entry.Key, "git runs no hook");
        if (entry.Value is MappingNode map)
        {
            return new HookDraft(name, null, ProfileBinder.Bind(new ProfileDraft(null, subject, entry.Key), map, problems));
        }

        var field = new Field(Subject.Section("hooks"), entry, problems);
        return field.Value is SequenceNode
            ? ReportList(field, subject)
            : new HookDraft(name, field.ReadFilledText() is { } profile ? new NameReference(profile, entry.Value) : null, null);
    }

    /// <summary>Reports a name that is no hook of git.</summary>
    public static bool CheckName(ProblemList problems, string name, Node at, string introduction)
    {
        if (HookNames.IsKnown(name))
        {
            return true;
        }

        var offer = Wording.Offer(problems, name, HookNames.All, "Hooks: ");
        problems.Add(Rules.UnknownHook, at, $"Unknown hook: {introduction} {Wording.Quote(name)}. {offer}");
        return false;
    }

    private static HookDraft ReportList(Field field, Subject subject)
    {
        field.Problems.Add(
            Rules.WrongShape,
            field.Value,
            $"{subject} must be the name of a profile or a map, not a list. Write '{field.Key}: {{ checks: [ruff, black] }}' for checks.");
        return new HookDraft(field.Key, null, null);
    }
}
