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
    /// <param name="variables">What the script sets before.</param>
    public IReadOnlyList<string>? TryImport(string line, string hook, IReadOnlyList<string> previous, IReadOnlyList<(string Name, string Value)> variables)
    {
        if (TasksOf(line) is not { } called)
        {
            return null;
        }

        foreach (var task in called)
        {
            previous = [Import(task, hook, previous, variables)];
        }

        return previous;
    }

    /// <summary>Says of the tasks that a script runs, which stays as it is, that it does.</summary>
    public void ImportWithin(string script, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            foreach (var task in TasksOf(line.Trim()) ?? [])
            {
                if (_done.Add(task))
                {
                    _config.Note(Path, task["name"].Text ?? NameOf(task), ImportOutcome.Approximated, $"run by {script}, which runs as it is");
                }
            }
        }
    }

    private List<ForeignNode>? TasksOf(string line)
    {
        var words = ShellWords.Split(line) ?? [];
        var husky = words.FindIndex(word => word == "husky" || word.EndsWith("/husky", StringComparison.Ordinal));
        if (husky < 0 || husky > 1 || husky + 1 >= words.Count || words[husky + 1] != "run" || line.Contains('|', StringComparison.Ordinal) || line.Contains("&&", StringComparison.Ordinal))
        {
            return null;
        }

        var (name, group) = (ValueOf(words, "--name", "-n"), ValueOf(words, "--group", "-g"));
        return [.. System.Linq.Enumerable.Where(_root["tasks"].Items, task => (name is null || task["name"].Text == name) && (group is null || task["group"].Text == group))];
    }

    /// <summary>Imports the tasks that no script runs: by the name of their group, or as the profile <c>manual</c>.</summary>
    public void ImportRest()
    {
        foreach (var task in _root["tasks"].Items)
        {
            if (!_done.Contains(task))
            {
                var group = task["group"].Text;
                Import(task, group is not null && HookNames.IsKnown(group) ? group : "manual", [], []);
            }
        }
    }

    private static string? ValueOf(List<string> words, string option, string letter)
    {
        var at = words.FindIndex(word => word == option || word == letter);
        return at >= 0 && at + 1 < words.Count ? words[at + 1] : null;
    }

    private string Import(ForeignNode task, string hook, IReadOnlyList<string> previous, IReadOnlyList<(string Name, string Value)> variables)
    {
        _done.Add(task);
        var notes = new List<string>();
        var command = CommandOf(task, hook, notes);
        var name = task["name"].Text ?? NameOf(task);
        var isWhole = task["pathMode"].Text == "absolute" && command.TakesFiles;
        var folder = isWhole ? "" : RootedGlobs.Folder(task["cwd"].Text);
        var choosesFiles = command.TakesFiles || task["filteringRule"].Text == "staged";
        var files = choosesFiles ? Globs(task["include"], "include", folder, notes) : [];
        var exclude = choosesFiles ? Globs(task["exclude"], "exclude", folder, notes) : [];
        var only = BranchOf(task["branch"].Text, notes);
        foreach (var (key, _) in task.Entries)
        {
            _ = Array.IndexOf(Keys, key) < 0 && key[..Math.Min(1, key.Length)] is not ("/" or "$" or "_" or "") ? Remember(notes, $"{key} has no counterpart") : 0;
        }

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
                Env = variables,
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

        if (task["pathMode"].Text == "absolute" && words.Contains("{files}"))
        {
            return new ImportedCommand { Script = WholePaths(words, RootedGlobs.Folder(task["cwd"].Text)), Bucket = BucketOf(words) };
        }

        return words switch
        {
            ["dotnet", "format", "--include", "{files}"] => ImportedCommand.Named("dotnet-format"),
            ["dotnet", "csharpier", "{files}"] or ["dotnet", "csharpier", "format", "{files}"] => ImportedCommand.Named("csharpier"),
            _ => KnownCommands.FindWhole(words, _config.Scripts) ?? new ImportedCommand { Arguments = words, Bucket = BucketOf(words) },
        };
    }

    private static Bucket? BucketOf(List<string> words) =>
        words is [_, "format", ..] && !words.Contains("--verify-no-changes") && !words.Contains("--check") ? Bucket.Mutating : KnownCommands.BucketOf(words);

    // Files anywhere in the repository as whole paths, for a program that runs in a folder of it.
    private static string WholePaths(List<string> words, string folder)
    {
        var command = string.Join(' ', words.ConvertAll(word => word == "{files}" ? word : Quoted(word)));
        return $"top=$PWD; for file do shift; set -- \"$@\" \"$top/$file\"; done; {(folder.Length == 0 ? "" : $"cd {Quoted(folder)} && ")}{command}";
    }

    private static string Quoted(string word) =>
        System.Linq.Enumerable.All(word, character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or '=' or ':') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

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
