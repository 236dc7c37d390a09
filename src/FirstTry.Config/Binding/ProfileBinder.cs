using FirstTry.Config.Problems;
using FirstTry.Config.Reading;

namespace FirstTry.Config.Binding;

/// <summary>Reads one entry of <c>profiles</c>, or the inline profile of a hook.</summary>
internal static class ProfileBinder
{
    private static readonly string[] Keys = ["checks", "extends", "fail_fast", "files", "isolate", "workers", "env"];

    public static ProfileDraft BindNamed(MappingEntry entry, ProblemList problems)
    {
        var name = entry.Key.Text;
        var subject = Subject.Profile(name);
        Names.Validate(problems, Subject.Section("profiles"), name, entry.Key);
        var draft = new ProfileDraft(name, subject, entry.Key);
        var map = new Field(Subject.Section("profiles"), entry, problems).ReadMap($"'{Wording.Plain(name)}: {{ checks: [test] }}'");
        return map is null ? draft : Bind(draft, map, problems);
    }

    public static ProfileDraft Bind(ProfileDraft draft, MappingNode map, ProblemList problems)
    {
        foreach (var entry in map.Entries)
        {
            var field = new Field(draft.Subject, entry, problems);
            if (!BindKey(draft, field))
            {
                field.ReportUnknown(Keys);
            }
        }

        return draft;
    }

    private static bool BindKey(ProfileDraft draft, Field field)
    {
        switch (field.Key)
        {
            case "checks":
                draft.Checks = field.ReadNames("'checks: [ruff, \"tag:slow\"]'");
                return true;
            case "extends":
                draft.Extends = field.ReadNames("'extends: quick' or 'extends: [quick, web]'", allowsSingle: true);
                return true;
            case "fail_fast":
                draft.FailFast = field.ReadChoice(Words.FailFast);
                return true;
            case "files":
                draft.Files = field.ReadChoice(Words.Files);
                return true;
            case "isolate":
                draft.Isolate = field.ReadChoice(Words.Isolate);
                return true;
            case "workers":
                draft.Workers = field.ReadNumber("auto", 0, 1, GraphBinder.MaxWorkers);
                return true;
            case "env":
                draft.Env = field.ReadEnv() ?? default;
                return true;
            default:
                return false;
        }
    }
}
