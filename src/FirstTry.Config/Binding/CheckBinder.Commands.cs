using System;
using System.Collections.Generic;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal static partial class CheckBinder
{
    private static bool IsCommandKey(string key) => key is "run" or "uses" or "with" or "fix";

    /// <summary>Reads what depends on each other: <c>run</c>, <c>uses</c>, <c>with</c> and <c>fix</c>.</summary>
    private static void BindCommand(CheckDraft draft, Subject subject, MappingNode map, ProblemList problems)
    {
        var run = Find(map, "run", subject, problems);
        var uses = Find(map, "uses", subject, problems);
        var options = Find(map, "with", subject, problems);
        var fix = Find(map, "fix", subject, problems);
        draft.Run = run?.ReadCommand();
        draft.Fix = fix?.ReadCommand();
        draft.Uses = uses is { } adapter ? ReadAdapter(adapter, options) : null;
        if (run is null && uses is null)
        {
            ReportNoCommand(subject, draft.NameNode, problems);
        }
        else if (run is { } command && uses is { } both)
        {
            var later = both.Name.Start > command.Name.Start ? both.Name : command.Name;
            problems.Add(Rules.TwoCommands, later, $"{subject} has both 'run' and 'uses'. Remove one: 'uses' brings its own command.");
        }

        if (options is { } orphan && uses is null)
        {
            problems.Add(Rules.OptionsWithoutAdapter, orphan.Name, $"{subject} has 'with' but no 'uses'. Options belong to an adapter: add 'uses', or remove 'with'.");
        }

        if (map.IndexOf("files") < 0)
        {
            ReportFilesWithoutPattern(run, draft.Run);
            ReportFilesWithoutPattern(fix, draft.Fix);
        }
    }

    private static Field? Find(MappingNode map, string key, Subject subject, ProblemList problems)
    {
        var index = map.IndexOf(key);
        return index < 0 ? null : new Field(subject, map.Entries[index], problems);
    }

    private static void ReportNoCommand(Subject subject, Node at, ProblemList problems) =>
        problems.Add(Rules.NoCommand, at, $"{subject} has neither 'run' nor 'uses'. Add one.");

    private static void ReportFilesWithoutPattern(Field? field, Command? command)
    {
        if (field is { } used && Field.MentionsFiles(command))
        {
            used.Problems.Add(
                Rules.FilesWithoutPattern,
                used.Value,
                $"{used.Owner}: '{used.Key}' uses {{files}}, but the check has no 'files'. Say which files: 'files: \"**/*.py\"'.");
        }
    }

    private static Adapter? ReadAdapter(Field uses, Field? options)
    {
        if (uses.ReadFilledText() is not { } name)
        {
            return null;
        }

        if (AdapterCatalog.Find(name) is { } adapter)
        {
            RequireOptions(uses, options, adapter);
            return new Adapter(name, options is { } given ? ReadOptions(given, adapter) : default);
        }

        var code = uses.Problems.Code.Of(uses.Problems);
        foreach (var written in code)
        {
            if (written == name)
            {
                return new Adapter(name, options is { } set ? ReadOptions(set, new AdapterDescriptor(name, Bucket.Fast, default)) : default) { IsCode = true };
            }
        }

        List<string> names = [.. Array.ConvertAll(ToArray(AdapterCatalog.All), known => known.Name), .. code];
        var offer = Wording.Offer(uses.Problems, name, names, "Known: ");
        uses.Problems.Add(
            Rules.UnknownAdapter,
            uses.Value,
            $"{uses.Owner} uses {Wording.Quote(name)}, which is no adapter and no built-in check. {offer} A program of yours goes into 'run'.");
        return null;
    }

    private static EquatableArray<AdapterOption> ReadOptions(Field options, AdapterDescriptor adapter)
    {
        if (options.ReadMap("'with: { paths: [tests] }'") is not { } map)
        {
            return default;
        }

        var read = new List<AdapterOption>();
        foreach (var entry in map.Entries)
        {
            var field = new Field(options.Owner.Part("with"), entry, options.Problems);
            if (IsOption(field, adapter) && ReadOption(field, adapter) is { } option)
            {
                read.Add(option);
            }
        }

        return EquatableArray.Create(read.ToArray());
    }

    private static AdapterOption? ReadOption(Field field, AdapterDescriptor adapter)
    {
        foreach (var choice in adapter.Choices)
        {
            if (choice.Option == field.Key)
            {
                return field.ReadOption(choice.Values);
            }
        }

        return field.ReadOption();
    }

    private static void RequireOptions(Field uses, Field? options, AdapterDescriptor adapter)
    {
        foreach (var required in adapter.Required)
        {
            if ((options?.Value as MappingNode)?.IndexOf(required) is null or < 0)
            {
                uses.Problems.Add(
                    Rules.MissingOption,
                    uses.Value,
                    $"{uses.Owner}: '{adapter.Name}' needs the option '{required}'. Add 'with: {{ {required}: … }}'.");
            }
        }
    }

    private static bool IsOption(Field field, AdapterDescriptor adapter)
    {
        var names = ToArray(adapter.Options);
        if (Array.IndexOf(names, field.Key) >= 0)
        {
            return true;
        }

        if (field.Key == "select" && adapter.RunsTool)
        {
            field.Problems.Add(
                Rules.SelectNotSupported,
                field.Name,
                $"{field.Owner}: '{adapter.Name}' has no 'select': it always looks at everything that it is given. Remove it.");
            return false;
        }

        var offer = names.Length == 0
            ? $"'{adapter.Name}' takes no options: remove it."
            : Wording.Offer(field.Problems, field.Key, names, $"Options of '{adapter.Name}': ");
        field.Problems.Add(Rules.UnknownOption, field.Name, $"{field.Owner}: '{adapter.Name}' has no option {Wording.Quote(field.Key)}. {offer}");
        return false;
    }

    private static T[] ToArray<T>(EquatableArray<T> items)
        where T : IEquatable<T>
    {
        var array = new T[items.Count];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = items[i];
        }

        return array;
    }
}
