using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>Reads one entry of <c>checks</c>.</summary>
internal static partial class CheckBinder
{
    private static readonly string[] Keys =
    [
        "run", "uses", "with", "bucket", "description", "root", "files", "exclude", "inputs", "extra_inputs", "outputs", "env", "pass_env",
        "needs", "tools", "fix", "timeout", "cpus", "exclusive", "cache", "skip", "only", "stage", "allow_failure", "stdin", "interactive",
        "hint", "tags",
    ];

    public static CheckDraft Bind(MappingEntry entry, ProblemList problems)
    {
        var draft = new CheckDraft(entry.Key);
        var subject = Subject.Check(draft.Name);
        Names.Validate(problems, Subject.Section("checks"), draft.Name, entry.Key);
        if (entry.Value is ScalarNode { Kind: ScalarKind.Null })
        {
            ReportNoCommand(subject, entry.Key, problems);
        }
        else if (new Field(Subject.Section("checks"), entry, problems).ReadMap($"'{Wording.Plain(draft.Name)}: {{ run: make test }}'") is { } map)
        {
            BindKeys(draft, subject, map, problems);
        }

        return draft;
    }

    private static void BindKeys(CheckDraft draft, Subject subject, MappingNode map, ProblemList problems)
    {
        foreach (var entry in map.Entries)
        {
            var field = new Field(subject, entry, problems);
            if (!BindText(draft, field) && !BindFiles(draft, field) && !BindRunning(draft, field) && !BindFlag(draft, field) && !IsCommandKey(field.Key))
            {
                field.ReportUnknown(Keys);
            }
        }

        BindCommand(draft, subject, map, problems);
    }

    private static bool BindText(CheckDraft draft, Field field)
    {
        switch (field.Key)
        {
            case "description":
                draft.Description = field.ReadText();
                return true;
            case "hint":
                draft.Hint = field.ReadText();
                return true;
            case "exclusive":
                draft.Exclusive = field.ReadName();
                return true;
            case "needs":
                draft.Needs = field.ReadNames("'needs: [build]'");
                return true;
            case "tools":
                draft.Tools = field.ReadTexts("'tools: [node]'") ?? default;
                return true;
            case "tags":
                draft.Tags = ReadTags(field);
                return true;
            default:
                return false;
        }
    }

    private static bool BindFiles(CheckDraft draft, Field field)
    {
        switch (field.Key)
        {
            case "root":
                draft.Root = field.ReadDirectory() ?? draft.Root;
                return true;
            case "files":
                draft.Files = field.ReadFileGlobs();
                return true;
            case "exclude":
                draft.Exclude = field.ReadFileGlobs();
                return true;
            case "inputs":
                draft.Inputs = field.ReadFileGlobs();
                return true;
            case "extra_inputs":
                draft.ExtraInputs = field.ReadAnyFileGlobs();
                return true;
            case "outputs":
                draft.Outputs = field.ReadFileGlobs();
                return true;
            default:
                return false;
        }
    }

    private static bool BindRunning(CheckDraft draft, Field field)
    {
        switch (field.Key)
        {
            case "bucket":
                draft.Bucket = field.ReadChoice(Words.Bucket);
                return true;
            case "env":
                draft.Env = field.ReadEnv() ?? default;
                return true;
            case "pass_env":
                draft.PassEnv = field.ReadVariableNames() ?? default;
                return true;
            case "timeout":
                draft.Timeout = field.ReadDuration();
                return true;
            case "cpus":
                draft.Cpus = field.ReadNumber("all", Check.AllCpus, 1, Check.AllCpus - 1) ?? draft.Cpus;
                return true;
            case "cache":
                draft.Cache = field.ReadCachePolicy() ?? draft.Cache;
                return true;
            case "stdin":
                draft.Stdin = field.ReadChoice(Words.Stdin) ?? draft.Stdin;
                return true;
            default:
                return false;
        }
    }

    private static bool BindFlag(CheckDraft draft, Field field)
    {
        switch (field.Key)
        {
            case "skip":
                draft.Skip = ConditionBinder.Bind(field);
                return true;
            case "only":
                draft.Only = ConditionBinder.Bind(field);
                return true;
            case "stage":
                draft.Stage = field.ReadBoolean() ?? draft.Stage;
                return true;
            case "allow_failure":
                draft.AllowFailure = field.ReadBoolean() ?? draft.AllowFailure;
                return true;
            case "interactive":
                draft.Interactive = field.ReadBoolean() ?? draft.Interactive;
                return true;
            default:
                return false;
        }
    }

    private static EquatableArray<string> ReadTags(Field field)
    {
        var tags = field.ReadNames("'tags: [lint]'");
        var names = new string[tags.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = tags[i].Name;
            Names.Validate(field.Problems, field.Owner.Part("tags"), names[i], tags[i].At);
        }

        return EquatableArray.Create(names);
    }
}
