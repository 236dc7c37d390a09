using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Patterns;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>The tasks of Husky.Net, from <c>task-runner.json</c>.</summary>
internal sealed class HuskyTasks
{
    private static readonly string[] Keys = ["name", "group", "command", "args", "include", "exclude", "branch", "cwd", "pathMode", "filteringRule", "windows", "output"];

    private readonly ForeignNode _root;
    private readonly ImportedConfig _config;
    private readonly HashSet<ForeignNode> _done = [];

    private HuskyTasks(string path, ForeignNode root, ImportedConfig config) => (Path, _root, _config) = (path, root, config);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The tasks; null when there is no such file.</summary>
    public static HuskyTasks? Find(SourceFiles files, ImportedConfig config) =>
        files.FindFirst(".husky/task-runner.json", "task-runner.json") is { } path ? new HuskyTasks(path, files.Read(path), config) : null;

    /// <summary>Imports the tasks that a line of a hook's script runs, and gives the checks that the next line waits for; null when it runs none.</summary>
    /// <param name="previous">The checks that this line waits for.</param>
    public IReadOnlyList<string>? TryImport(string line, string hook, IReadOnlyList<string> previous)
    {
        var words = ShellWords.Split(line) ?? [];
        var husky = words.FindIndex(word => word == "husky" || word.EndsWith("/husky", StringComparison.Ordinal));
        if (husky < 0 || husky > 1 || husky + 1 >= words.Count || words[husky + 1] != "run" || line.Contains('|', StringComparison.Ordinal) || line.Contains("&&", StringComparison.Ordinal))
        {
            return null;
        }

        var (name, group) = (ValueOf(words, "--name", "-n"), ValueOf(words, "--group", "-g"));
        foreach (var task in _root["tasks"].Items)
        {
            if ((name is null || task["name"].Text == name) && (group is null || task["group"].Text == group))
            {
                previous = [Import(task, hook, previous)];
            }
        }

        return previous;
    }

    /// <summary>Imports the tasks that no script runs: by the name of their group, or as the profile <c>manual</c>.</summary>
    public void ImportRest()
    {
        foreach (var task in _root["tasks"].Items)
        {
            if (!_done.Contains(task))
            {
                var group = task["group"].Text;
                Import(task, group is not null && HookNames.IsKnown(group) ? group : "manual", []);
            }
        }
    }

    private static string? ValueOf(List<string> words, string option, string letter)
    {
        var at = words.FindIndex(word => word == option || word == letter);
        return at >= 0 && at + 1 < words.Count ? words[at + 1] : null;
    }

    private string Import(ForeignNode task, string hook, IReadOnlyList<string> previous)
    {
        _done.Add(task);
        var notes = new List<string>();
        var command = CommandOf(task, hook, notes);
        var name = task["name"].Text ?? NameOf(task);
        var folder = RootedGlobs.Folder(task["cwd"].Text);
        var choosesFiles = command.TakesFiles || task["filteringRule"].Text == "staged";
        var files = choosesFiles ? Globs(task["include"], "include", folder, notes) : [];
        var exclude = choosesFiles ? Globs(task["exclude"], "exclude", folder, notes) : [];
        var only = BranchOf(task["branch"].Text, notes);
        foreach (var (key, _) in task.Entries)
        {
            _ = Array.IndexOf(Keys, key) < 0 ? Remember(notes, $"{key} has no counterpart") : 0;
        }

        _ = task["pathMode"].Text == "absolute" && command.TakesFiles ? Remember(notes, "the files are handed over relative to the folder, not as whole paths") : 0;
        List<string> comments = [$"{name}, from {Path}", .. notes.ConvertAll(note => $"Not quite the same: {note}.")];
        if (!choosesFiles && (task.Has("include") || task.Has("exclude")))
        {
            comments.Add("It ran whatever had changed, because include and exclude only choose among the files of a variable such as ${staged}. 'files' would narrow it.");
        }

        var added = _config.Add(
            new ImportedCheck(name, command)
            {
                Comments = comments,
                Root = folder.Length > 0 ? folder : null,
                Files = files,
                Exclude = exclude,
                Only = only,
                Needs = previous,
            },
            hook);
        _config.Hook(hook).Settle(FailFast.Now);
        var what = command.Uses is { } uses ? $"uses {uses}" : "runs the command";
        what += hook == "manual" ? ", in the profile 'manual': no script of a hook runs it" : "";
        _config.Note(Path, name, notes.Count == 0 ? ImportOutcome.Mapped : ImportOutcome.Approximated, notes.Count == 0 ? what : $"{what}; {string.Join("; ", notes)}");
        return added;
    }

    private static string NameOf(ForeignNode task)
    {
        List<string> words = [task["command"].Text ?? "task", .. task["args"].Texts()];
        var named = words.FindAll(word => word.Length > 0 && word[0] is not ('-' or '$' or '.' or '/'));
        return string.Join('-', named.GetRange(0, Math.Min(2, named.Count)));
    }

    private ImportedCommand CommandOf(ForeignNode task, string hook, List<string> notes)
    {
        List<string> words = [task["command"].Text ?? "false"];
        foreach (var argument in task["args"].Texts())
        {
            words.Add(Argument(argument, hook, notes));
        }

        if (task.Has("windows"))
        {
            notes.Add("the command for Windows is left out: make a second check of it with 'only: { os: windows }'");
        }

        var bucket = words is [_, "format", ..] && !words.Contains("--verify-no-changes") && !words.Contains("--check") ? Bucket.Mutating : KnownCommands.BucketOf(words);
        return words switch
        {
            ["dotnet", "format", "--include", "{files}"] => ImportedCommand.Named("dotnet-format"),
            ["dotnet", "csharpier", "{files}"] or ["dotnet", "csharpier", "format", "{files}"] => ImportedCommand.Named("csharpier"),
            _ => KnownCommands.FindWhole(words) ?? new ImportedCommand { Arguments = words, Bucket = bucket },
        };
    }

    private string Argument(string argument, string hook, List<string> notes)
    {
        switch (argument)
        {
            case "${staged}" or "${last-commit}" or "${git-files}" or "${all-files}":
                _ = argument == "${staged}" ? 0 : Remember(notes, $"{argument} are the changed files here");
                return "{files}";
            case "${args}" when hook is "commit-msg" or "prepare-commit-msg":
                return "{message_file}";
        }

        foreach (var variable in _root["variables"].Items)
        {
            if (variable["name"].Text is { } name && argument == $"${{{name}}}")
            {
                Remember(notes, $"the files of the variable {name} are the changed files here, not what '{variable["command"].Text} {string.Join(' ', variable["args"].Texts())}' prints");
                return "{files}";
            }
        }

        _ = argument.Contains("${", StringComparison.Ordinal) ? Remember(notes, $"{argument} is handed over as it stands") : 0;
        return argument.Replace("{files}", "{ files}", StringComparison.Ordinal);
    }

    private static int Remember(List<string> notes, string note)
    {
        notes.Add(note);
        return notes.Count;
    }

    private static List<string> Globs(ForeignNode node, string key, string folder, List<string> notes)
    {
        var globs = new List<string>();
        foreach (var pattern in node.Texts())
        {
            var glob = pattern.TrimStart('/');
            glob = glob.Contains('/', StringComparison.Ordinal) || glob == "**" ? glob : "./" + glob;
            if (Glob.TryParse(glob, out _, out _) && RootedGlobs.Of(glob, folder) is { } below)
            {
                globs.Add(below);
            }
            else
            {
                notes.Add($"the pattern {pattern} of {key} has no equal glob{(folder.Length == 0 ? "" : " below " + folder)}, {(key == "include" ? "more files are taken" : "it leaves out nothing")}");
                _ = key == "include" ? Add(globs) : globs;
            }
        }

        return globs;
    }

    private static List<string> Add(List<string> globs)
    {
        globs.Add("**");
        return globs;
    }

    private static List<string> BranchOf(string? expression, List<string> notes)
    {
        if (expression is null)
        {
            return [];
        }

        var result = RegexGlobs.Including(expression);
        if (!result.IsExact || result.Globs.Count == 0)
        {
            notes.Add($"the branch {expression} has no equal glob, so it runs on every branch");
            return [];
        }

        var names = new List<string>();
        foreach (var glob in result.Globs)
        {
            names.Add(YamlText.Scalar(NameGlobs.Of(glob)));
        }

        return [$"{{ branch: [{string.Join(", ", names)}] }}"];
    }
}
