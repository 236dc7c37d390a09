using FirstTry.Config.Problems;
using FirstTry.Config.Reading;

namespace FirstTry.Config.Binding;

/// <summary>Reads the keys of the file itself and hands each section to its own reader.</summary>
internal static class GraphBinder
{
    public const int MaxWorkers = 1024;

    private static readonly string[] Keys = ["version", "workers", "env", "pass_env", "cache", "checks", "profiles", "hooks"];

    public static GraphDraft Bind(MappingNode root, ProblemList problems)
    {
        var draft = new GraphDraft();
        foreach (var entry in root.Entries)
        {
            var field = new Field(Subject.File, entry, problems);
            if (!BindSetting(draft, field) && !BindSection(draft, field))
            {
                field.ReportUnknown(Keys);
            }
        }

        return draft;
    }

    private static bool BindSetting(GraphDraft draft, Field field)
    {
        switch (field.Key)
        {
            case "version":
                CheckVersion(field);
                return true;
            case "workers":
                draft.Workers = field.ReadNumber("auto", 0, 1, MaxWorkers) ?? 0;
                return true;
            case "env":
                draft.Env = field.ReadEnv() ?? default;
                return true;
            case "pass_env":
                draft.PassEnv = field.ReadVariableNames() ?? default;
                return true;
            case "cache":
                draft.Cache = CacheBinder.Bind(field) ?? draft.Cache;
                return true;
            default:
                return false;
        }
    }

    private static bool BindSection(GraphDraft draft, Field field)
    {
        switch (field.Key)
        {
            case "checks":
                foreach (var entry in EntriesOf(field, "'checks: { test: { run: make test } }'"))
                {
                    draft.Checks.Add(CheckBinder.Bind(entry, field.Problems));
                }

                return true;
            case "profiles":
                foreach (var entry in EntriesOf(field, "'profiles: { quick: { checks: [test] } }'"))
                {
                    draft.Profiles.Add(ProfileBinder.BindNamed(entry, field.Problems));
                }

                return true;
            case "hooks":
                foreach (var entry in EntriesOf(field, "'hooks: { pre-commit: quick }'"))
                {
                    draft.Hooks.Add(HookBinder.Bind(entry, field.Problems));
                }

                return true;
            default:
                return false;
        }
    }

    private static System.Collections.Generic.IReadOnlyList<MappingEntry> EntriesOf(Field field, string example) =>
        field.ReadMap(example)?.Entries ?? [];

    private static void CheckVersion(Field field)
    {
        if (field.Value is ScalarNode scalar && CoreSchema.TryGetInteger(scalar, out var version) && version == 1)
        {
            return;
        }

        var given = field.Value is ScalarNode { IsAbsent: false } other ? Wording.Quote(other.Text) : field.Value is ScalarNode ? "empty" : field.Value.Description;
        field.Problems.Add(
            Rules.UnknownVersion,
            field.Place,
            $"'version' is {given}, and this firsttry knows version 1 only. Write 'version: 1' without quotes, or install the firsttry that the file was written for.");
    }
}
