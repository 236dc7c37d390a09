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
        CheckName(problems, Subject.Section("hooks"), name, entry.Key);
        if (entry.Value is MappingNode map)
        {
            return new HookDraft(name, null, ProfileBinder.Bind(new ProfileDraft(null, Subject.Hook(name), entry.Key), map, problems));
        }

        var field = new Field(Subject.Section("hooks"), entry, problems);
        return new HookDraft(name, field.ReadProfileName() is { } profile ? new NameReference(profile, entry.Value) : null, null);
    }

    /// <summary>Reports a name that is no hook of git.</summary>
    public static bool CheckName(ProblemList problems, Subject subject, string name, Node at)
    {
        if (HookNames.IsKnown(name))
        {
            return true;
        }

        var offer = Wording.Offer(problems, name, HookNames.All, "Hooks: ");
        problems.Add(Rules.UnknownHook, at, $"{subject}: git runs no hook {Wording.Quote(name)}. {offer}");
        return false;
    }
}
