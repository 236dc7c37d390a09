using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Patterns;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Lefthook;

/// <summary>The commands, scripts and jobs of one hook of lefthook.</summary>
internal sealed class LefthookJobs(string path, ForeignNode root, string hook, ForeignNode settings, ImportedConfig config)
{
    private static readonly string[] Keys =
    [
        "name", "run", "script", "runner", "args", "group", "glob", "exclude", "files", "file_types", "root", "env", "tags", "skip", "only", "stage_fixed", "fail_text", "interactive", "use_stdin",
        "priority", "timeout",
    ];

    private string? _previous;

    /// <summary>Adds the jobs of a list, groups within it too.</summary>
    public void AddAll(ForeignNode jobs, LefthookScope scope)
    {
        foreach (var job in jobs.Items)
        {
            if (job["group"] is { IsMap: true } group)
            {
                _previous = scope.IsPiped ? _previous : null;
                AddAll(group["jobs"], scope.Within(job) with { IsPiped = group["piped"].IsTrue });
            }
            else if (job["script"].Text is { } script)
            {
                AddScript(script, job, scope);
            }
            else
            {
                Add(job["name"].Text ?? NameOf(job["run"].Text ?? "job"), job, scope);
            }
        }
    }

    /// <summary>Adds a script of the folder <c>.lefthook</c>.</summary>
    public void AddScript(string name, ForeignNode script, LefthookScope scope)
    {
        var file = $"{root["source_dir"].Text ?? ".lefthook"}/{hook}/{name}";
        var runner = script["runner"].Text is { } given ? given + " " : "";
        var argument = hook is "commit-msg" or "prepare-commit-msg" ? " {1}" : "";
        Add(script["name"].Text ?? name, script, scope, $"{runner}{file}{argument}{Arguments(script)}");
    }

    /// <summary>Adds a command.</summary>
    public void Add(string name, ForeignNode job, LefthookScope scope) => Add(name, job, scope, job["run"].Text is { } run ? run + Arguments(job) : "");

    private static string Arguments(ForeignNode job) => job["args"].Text is { Length: > 0 } given ? " " + given : "";

    private void Add(string name, ForeignNode job, LefthookScope outer, string run)
    {
        var scope = outer.Within(job);
        var notes = new List<string>();
        var tags = job["tags"].Texts();
        var isSkipped = System.Linq.Enumerable.Any(scope.Skip, node => node.IsTrue);
        if (isSkipped || run.Length == 0 || System.Linq.Enumerable.Any(tags, tag => System.Linq.Enumerable.Contains(scope.ExcludeTags, tag)))
        {
            config.Note(path, $"{hook}: {name}", ImportOutcome.LeftOut, run.Length == 0 ? "it runs nothing" : isSkipped ? "skipped always (skip: true)" : "left out by exclude_tags");
            return;
        }

        var conditions = new LefthookConditions(notes);
        var (skip, only) = (conditions.Skipping(scope.Skip), conditions.Choosing(scope.Only));
        var globs = new LefthookFiles(root["glob_matcher"].Text == "doublestar", scope.Root, notes);
        var files = globs.Including(scope.Glob, job["file_types"].Texts());
        var command = new LefthookCommand(hook, root["templates"], settings["files"].Text ?? job["files"].Text, notes, scope.Root is null ? config.Scripts : PackageScripts.None).Of(run, job["stage_fixed"].IsTrue);
        if (job["files"].Text is { } listing && !run.Contains("{files}", StringComparison.Ordinal))
        {
            notes.Add($"whether it runs is told by the files of firsttry and not by '{listing}'");
        }

        var timeout = TimeoutOf(job, notes);
        foreach (var (key, _) in job.Entries)
        {
            _ = Array.IndexOf(Keys, key) < 0 ? Remember(notes, $"{key} has no counterpart") : 0;
        }

        var comments = new List<string> { $"{name}, from {path}" };
        comments.AddRange(notes.ConvertAll(note => $"Not quite the same: {note}."));
        _previous = config.Add(
            new ImportedCheck(name, command)
            {
                Comments = comments,
                Root = RootedGlobs.Folder(scope.Root) is { Length: > 0 } folder ? folder : null,
                Files = files,
                Exclude = globs.Excluding(scope.Exclude),
                Env = scope.Env,
                Needs = scope.IsPiped && _previous is { } previous ? [previous] : [],
                Skip = skip,
                Only = only,
                Tags = CleanTags(tags),
                Hint = job["fail_text"].Text,
                Stage = job["stage_fixed"].IsTrue || hook != "pre-commit" || run.Contains("git add", StringComparison.Ordinal),
                Timeout = timeout,
                ReadsHookInput = job["use_stdin"].IsTrue,
                IsInteractive = job["interactive"].IsTrue,
            },
            hook);
        config.Note(path, $"{hook}: {name}", notes.Count == 0 ? ImportOutcome.Mapped : ImportOutcome.Approximated, NoteOf(command, notes));
    }

    private static string? TimeoutOf(ForeignNode job, List<string> notes)
    {
        if (job["timeout"].Text is not { } text)
        {
            return null;
        }

        var isRead = Duration.TryParse(text, out _);
        _ = isRead ? 0 : Remember(notes, $"the timeout {text} is written in another way here");
        return isRead ? text : null;
    }

    private static int Remember(List<string> notes, string note)
    {
        notes.Add(note);
        return notes.Count;
    }

    private static string NoteOf(ImportedCommand command, List<string> notes)
    {
        var what = command.Uses is { } uses ? $"uses {uses}" : "runs the command";
        return notes.Count == 0 ? what : $"{what}; {string.Join("; ", notes)}";
    }

    private static List<string> CleanTags(IReadOnlyList<string> tags)
    {
        var clean = new List<string>();
        foreach (var text in tags)
        {
            foreach (var word in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                var tag = string.Concat(System.Linq.Enumerable.Where(word, character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')).TrimStart('-', '.');
                if (tag.Length > 0 && !clean.Contains(tag))
                {
                    clean.Add(tag);
                }
            }
        }

        return clean;
    }

    private static string NameOf(string run)
    {
        var words = run.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var named = Array.FindAll(words, word => word[0] is not ('{' or '-' or '$' or '"' or '\''));
        return named.Length == 0 ? "job" : string.Join('-', named[..Math.Min(3, named.Length)]);
    }
}
