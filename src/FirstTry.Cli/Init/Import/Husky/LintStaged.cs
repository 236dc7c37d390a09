using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>What lint-staged runs: globs and the commands that get the files of each.</summary>
internal sealed class LintStaged
{
    private readonly ForeignNode _tasks;
    private readonly ImportedConfig _config;
    private readonly List<string> _ignored = [];
    private bool _isDone;

    private LintStaged(string path, ForeignNode tasks, ImportedConfig config) => (Path, _tasks, _config) = (path, tasks, config);

    /// <summary>The file that it stands in.</summary>
    public string Path { get; }

    /// <summary>The config at the top of the repository; null when there is none that can be read.</summary>
    public static LintStaged? Find(SourceFiles files, ImportedConfig config)
    {
        if (files.FindBelow(path => IsConfig(path, files)) is { } nested)
        {
            config.Note(nested, "lint-staged", ImportOutcome.LeftOut, "a folder has its own lint-staged config, and the nearest one counts for each file: where a hook calls lint-staged, it runs as it is");
            return null;
        }

        if (files.FindFirst(".lintstagedrc", ".lintstagedrc.json", ".lintstagedrc.yaml", ".lintstagedrc.yml") is { } path)
        {
            return new LintStaged(path, files.Read(path), config);
        }

        if (files.FindFirst("package.json") is { } package && files.Read(package)["lint-staged"] is { IsMap: true } block)
        {
            return new LintStaged(package, block, config);
        }

        string[] programs = ["lint-staged.config", ".lintstagedrc"];
        foreach (var stem in programs)
        {
            if (files.FindFirst(stem + ".js", stem + ".mjs", stem + ".cjs", stem + ".ts", stem + ".mts", stem + ".cts") is { } program)
            {
                config.Note(program, "lint-staged", ImportOutcome.LeftOut, "a program decides what runs, and it is not run here: where a hook calls lint-staged, it runs as it is");
            }
        }

        return null;
    }

    /// <summary>Adds the checks to a hook, the first time that it is asked to, and gives those that the next line of its script waits for.</summary>
    /// <param name="before">The checks that come first.</param>
    public IReadOnlyList<string> ImportOnce(string hook, IReadOnlyList<string> before)
    {
        if (_isDone)
        {
            return before;
        }

        _isDone = true;
        var last = new List<string>();
        var tasks = _tasks["linters"] is { IsMap: true } old ? old : _tasks;
        TakeIgnored();
        foreach (var (key, value) in tasks == _tasks ? [] : _tasks.Entries)
        {
            _ = key is "linters" or "ignore" ? 0 : Leave(key);
        }

        foreach (var (glob, commands) in tasks.Entries)
        {
            if (commands.IsMap || commands.IsNothing || !IsGlob(glob, commands))
            {
                _ = glob == "ignore" ? 0 : Leave(glob);
                continue;
            }

            var previous = before;
            var staging = StagingOf(commands.Texts());
            foreach (var command in commands.Texts())
            {
                previous = Import(glob, command, hook, previous, staging) is { } added ? [added] : previous;
            }

            last.AddRange(System.Linq.Enumerable.Except(previous, last));
        }

        return last.Count == 0 ? before : last;
    }

    // What earlier versions left out of all patterns.
    private void TakeIgnored()
    {
        foreach (var pattern in _tasks["ignore"].Texts())
        {
            var (files, exclude, note) = LintStagedGlobs.Of(pattern);
            var isRead = note is null && exclude.Count == 0;
            _ignored.AddRange(isRead ? files : []);
            _config.Note(Path, $"ignore: {pattern}", isRead ? ImportOutcome.Mapped : ImportOutcome.LeftOut, isRead ? "left out of every check" : "it has no equal glob");
        }
    }

    private int Leave(string key)
    {
        _config.Note(Path, key, ImportOutcome.LeftOut, "a setting of lint-staged itself");
        return 0;
    }

    // Commands before a 'git add' write: the files that they get, or what it names.
    private static (bool IsWriting, IReadOnlyList<string> Outputs) StagingOf(IReadOnlyList<string> commands)
    {
        var outputs = new List<string>();
        var (adds, writes) = (false, false);
        foreach (var command in commands)
        {
            var words = ShellWords.Split(command) ?? [];
            writes |= words is not ["git", "add", ..] && (KnownCommands.Find(words)?.Uses is "prettier" or "black" || KnownCommands.Find(words)?.Bucket == Bucket.Mutating || KnownCommands.BucketOf(words) == Bucket.Mutating);
            adds |= words is ["git", "add", ..];
            foreach (var path in words is ["git", "add", .. var paths] ? paths.FindAll(path => path[0] is not ('-' or '.')) : [])
            {
                var isRead = Glob.TryParse(path, out _, out _);
                outputs.AddRange(!isRead ? [] : path.Contains('/', StringComparison.Ordinal) ? [path] : ["./" + path]);
            }
        }

        return (adds && (outputs.Count > 0 || !writes), outputs);
    }

    /// <summary>Says that a script calls lint-staged by itself.</summary>
    public void ImportOnceWithin(string script)
    {
        if (!_isDone)
        {
            _config.Note(Path, "lint-staged", ImportOutcome.Approximated, $"called by {script}, which runs as it is");
            _isDone = true;
        }
    }

    private static bool IsConfig(string path, SourceFiles files)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name != "package.json")
        {
            return name.StartsWith(".lintstagedrc", StringComparison.Ordinal) || name.StartsWith("lint-staged.config.", StringComparison.Ordinal);
        }

        try
        {
            return files.Read(path)["lint-staged"].IsMap;
        }
        catch (UsageException)
        {
            // What is no JSON, in the data of a test for one, configures nothing.
            return false;
        }
    }

    private static bool IsGlob(string key, ForeignNode value) => !(value.IsTrue || value.IsFalse) && key is not ("concurrent" or "chunkSize" or "ignore" or "subTaskConcurrency" or "renderer" or "relative");

    private string? Import(string glob, string command, string hook, IReadOnlyList<string> previous, (bool IsWriting, IReadOnlyList<string> Outputs) staging)
    {
        var words = ShellWords.Split(command) ?? [command];
        if (words is [] or ["git", "add", ..])
        {
            _config.Note(Path, $"{glob}: {command}", ImportOutcome.Mapped, staging.Outputs.Count > 0 ? "outputs of the commands before it: they are staged" : "what a mutating check fixed is staged by itself");
            return null;
        }

        var (files, exclude, note) = LintStagedGlobs.Of(glob);
        var known = KnownCommands.Find(words);
        var run = known ?? new ImportedCommand { Arguments = [.. NodePrograms.Found(words), "{files}"], Bucket = KnownCommands.BucketOf(words) };
        run = known is null && staging.IsWriting ? run with { Bucket = Bucket.Mutating } : run;
        var name = known?.Uses ?? (words[0] is "npx" or "npm" or "yarn" or "pnpm" or "node" && words.Count > 1 ? string.Join('-', words.FindAll(word => word[0] != '-').GetRange(1, Math.Min(2, words.FindAll(word => word[0] != '-').Count - 1))) : words[0]);
        List<string> comments = [$"{command}, for {glob}, from {Path}", .. note is null ? Array.Empty<string>() : [$"Not quite the same: {note}."]];
        var added = _config.Add(new ImportedCheck(name, run) { Comments = comments, Files = files, Exclude = [.. exclude, .. _ignored], Outputs = known is null ? staging.Outputs : [], Needs = previous }, hook);
        _config.Hook(hook).Settle(FailFast.Now);
        var what = run.Uses is { } uses ? $"uses {uses}" : "runs the command";
        _config.Note(Path, $"{glob}: {command}", note is null ? ImportOutcome.Mapped : ImportOutcome.Approximated, note is null ? what : $"{what}; {note}");
        return added;
    }
}
