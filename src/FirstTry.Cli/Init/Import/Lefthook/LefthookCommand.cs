using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Lefthook;

/// <summary>Turns a command line of lefthook, with its templates, into one of ours.</summary>
/// <param name="listing">The command that lists the files, where there is one of its own.</param>
internal sealed class LefthookCommand(string hook, ForeignNode templates, string? listing, List<string> notes, PackageScripts scripts)
{
    private static readonly string[] FileTemplates = ["{staged_files}", "{push_files}", "{files}", "{all_files}"];

    /// <summary>The command.</summary>
    public ImportedCommand Of(string run, bool isStaged)
    {
        var text = Templated(run.Trim());
        var words = ShellWords.NeedsShell(text) ? null : ShellWords.Split(text);
        if (words is { Count: > 0 } && Known(words) is { } known)
        {
            return isStaged ? known with { Bucket = Bucket.Mutating } : known;
        }

        if (text.Contains("git add", StringComparison.Ordinal))
        {
            notes.Add("it stages files by itself; what a mutating check fixes is staged anyway");
        }

        var bucket = isStaged ? Bucket.Mutating : KnownCommands.BucketOf(text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return words is { Count: > 0 } && HasPlaceholdersAlone(words)
            ? new ImportedCommand { Arguments = words, Bucket = bucket }
            : new ImportedCommand { Script = text.Replace("{message_file}", "\"$FIRSTTRY_MESSAGE_FILE\"", StringComparison.Ordinal), Bucket = bucket };
    }

    private static bool HasPlaceholdersAlone(List<string> words) => !words.Exists(word => word != "{files}" && word.Contains("{files}", StringComparison.Ordinal));

    private ImportedCommand? Known(List<string> words)
    {
        var files = words.FindAll(word => word == "{files}").Count;
        return files == 0 ? KnownCommands.FindWhole(words, scripts)
            : files == 1 && words[^1] == "{files}" ? KnownCommands.Find(words.GetRange(0, words.Count - 1))
            : null;
    }

    private string Templated(string run)
    {
        foreach (var (name, value) in templates.Entries)
        {
            run = run.Replace("{" + name + "}", value.Text ?? "", StringComparison.Ordinal);
        }

        foreach (var template in FileTemplates)
        {
            run = WithFiles(run, template);
        }

        return run.Replace("{lefthook_job_name}", "job", StringComparison.Ordinal).Replace("{cmd}", "", StringComparison.Ordinal) is var text && hook is "commit-msg" or "prepare-commit-msg"
            ? Message(text)
            : Rest(text);
    }

    private string WithFiles(string run, string template)
    {
        if (!run.Contains(template, StringComparison.Ordinal))
        {
            return run;
        }

        if (template == "{files}" && listing is not null)
        {
            notes.Add($"the files come from firsttry and not from '{listing}'");
        }
        else if (template == "{all_files}")
        {
            notes.Add("{all_files} are the changed files here: 'firsttry run --all-files' takes all");
        }
        else if (template == "{push_files}" != (hook == "pre-push") && template is "{push_files}" or "{staged_files}" && hook is "pre-push" or "pre-commit")
        {
            notes.Add($"{template} are the files of {hook} here");
        }

        foreach (var quoted in (string[])[$"\"{template}\"", $"'{template}'", template])
        {
            run = run.Replace(quoted, "{files}", StringComparison.Ordinal);
        }

        return run;
    }

    private string Message(string run)
    {
        if (run.Contains("{2}", StringComparison.Ordinal) || run.Contains("{3}", StringComparison.Ordinal))
        {
            notes.Add("only the first argument of the hook is handed over");
        }

        foreach (var spelling in (string[])["\"{1}\"", "'{1}'", "{1}", "\"{0}\"", "{0}", "\"$1\"", "\"${1}\"", "$1", "${1}", ".git/COMMIT_EDITMSG"])
        {
            run = run.Replace(spelling, "{message_file}", StringComparison.Ordinal);
        }

        return run;
    }

    private string Rest(string run)
    {
        if (run.Contains("{0}", StringComparison.Ordinal) || run.Contains("{1}", StringComparison.Ordinal))
        {
            notes.Add("the arguments of the hook are not handed over");
        }

        return run;
    }
}
