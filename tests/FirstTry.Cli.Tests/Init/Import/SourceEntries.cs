using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>Everything that the configs in a folder run, read from their trees of YAML alone (JSON is YAML too).</summary>
internal static class SourceEntries
{
    // What an adapter says by its own name, and runners and templates that are written in another way.
    private static readonly HashSet<string> OtherWords = new(StringComparer.Ordinal)
    {
        "npx", "bunx", "pnpx", "npm", "yarn", "pnpm", "bun", "exec", "dlx", "run", "dotnet", "check", "format", "test", "tests", "husky", "husky.sh", "lint-staged", "git", "add", "go", "cargo", "tsc", "./...",
        "lefthook_job_name", "HUSKY_GIT_PARAMS", "cmd", "exit", "set",
    };

    /// <summary>The entries of all configs that an import reads.</summary>
    public static IEnumerable<SourceEntry> Of(string root) => [.. PreCommit(root), .. Lefthook(root), .. Husky(root), .. LintStaged(root), .. Tasks(root)];

    private static IEnumerable<SourceEntry> PreCommit(string root) =>
        from repository in Items(Tree(root, ".pre-commit-config.yaml"), "repos")
        from hook in Items(repository, "hooks")
        let id = Text(hook, "alias") ?? Text(hook, "id")!
        let entry = Text(repository, "repo") == "local" && Text(hook, "language") is not ("pygrep" or "fail") ? Words(Text(hook, "entry")) : []
        select new SourceEntry(".pre-commit-config.yaml", id, [Text(hook, "id")!, .. entry]);

    private static IEnumerable<SourceEntry> Lefthook(string root)
    {
        var file = new[] { "lefthook.yml", ".lefthook.yml", "lefthook.yaml", "lefthook.json", ".lefthook.yaml", ".config/lefthook.yml" }.FirstOrDefault(name => File.Exists(Path.Combine(root, name)));
        foreach (var (name, hook) in file is null ? [] : Entries(Tree(root, file)))
        {
            foreach (var (command, body) in Entries(Child(hook, "commands")))
            {
                yield return new SourceEntry(file!, command, Words(Text(body, "run"))) { Whole = name };
            }

            foreach (var (script, _) in Entries(Child(hook, "scripts")))
            {
                yield return new SourceEntry(file!, script, [script]) { Whole = name };
            }

            foreach (var job in Jobs(hook))
            {
                yield return new SourceEntry(file!, Text(job, "name") ?? Text(job, "script") ?? name, Words(Text(job, "run") ?? Text(job, "script"))) { Whole = name };
            }
        }
    }

    private static IEnumerable<YamlNode> Jobs(YamlNode node) =>
        Items(node, "jobs").SelectMany(job => Child(job, "group") is { } group ? Jobs(group) : [job]);

    private static IEnumerable<SourceEntry> Husky(string root)
    {
        var folder = Path.Combine(root, ".husky");
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder).Where(file => !Path.GetFileName(file).Contains('.', StringComparison.Ordinal)) : [])
        {
            var path = ".husky/" + Path.GetFileName(file);
            var lines = File.ReadAllLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#' && !line.Contains("husky.sh", StringComparison.Ordinal)).ToList();
            var isWhole = lines.Exists(line => line.Split(' ')[0] is "if" or "cd" or "for" or "while" or "case" or "export" or "exec" or "}" || line.Split(' ')[0].Contains('=', StringComparison.Ordinal));
            foreach (var line in lines)
            {
                yield return new SourceEntry(path, Path.GetFileName(file), isWhole ? [path] : Words(line));
            }
        }

        foreach (var (hook, command) in Entries(Child(Child(Tree(root, "package.json"), "husky"), "hooks")))
        {
            yield return new SourceEntry("package.json", hook, Words(Scalar(command)));
        }
    }

    private static IEnumerable<SourceEntry> LintStaged(string root)
    {
        var file = new[] { ".lintstagedrc", ".lintstagedrc.json", ".lintstagedrc.yaml", ".lintstagedrc.yml" }.FirstOrDefault(name => File.Exists(Path.Combine(root, name)));
        var tasks = file is null ? Child(Tree(root, "package.json"), "lint-staged") : Tree(root, file);
        return from task in Entries(Child(tasks, "linters") ?? tasks)
               where task.Value is not YamlMappingNode
               from command in task.Value is YamlSequenceNode list ? list.Children.Select(Scalar) : [Scalar(task.Value)]
               select new SourceEntry(file ?? "package.json", "", [task.Key]) { Whole = "lint-staged" };
    }

    private static IEnumerable<SourceEntry> Tasks(string root)
    {
        var file = new[] { ".husky/task-runner.json", "task-runner.json" }.FirstOrDefault(name => File.Exists(Path.Combine(root, name)));
        return from task in file is null ? [] : Items(Tree(root, file), "tasks")
               let words = Items(task, "args").SelectMany(argument => Words(Scalar(argument)))
               select new SourceEntry(file!, Text(task, "name") ?? "", [.. Words(Text(task, "command")), .. words]);
    }

    /// <summary>The words of a command that any translation of it has to keep: no options, no templates, nothing of the shell.</summary>
    private static List<string> Words(string? command) =>
    [
        .. (command ?? "").Split([' ', '\n', '\t', ';', '&', '|', '(', ')', '"', '\'', '{', '}', '<', '>', '$', '\\', '`', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 2 && (char.IsLetter(word[0]) || word[0] == '.') && !word.EndsWith("_files", StringComparison.Ordinal) && word is not ("files" or "staged" or "args"))
            .Where(word => !word.Contains('=', StringComparison.Ordinal) && !OtherWords.Contains(word)),
    ];

    private static YamlNode? Tree(string root, string file)
    {
        var path = Path.Combine(root, file);
        if (!File.Exists(path))
        {
            return null;
        }

        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        var text = reader.ReadToEnd();
        stream.Load(new StringReader(file.EndsWith(".json", StringComparison.Ordinal) ? WithoutComments(text) : text));
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }

    private static string WithoutComments(string json) =>
        Regex.Replace(
            json.Replace("\t", "  ", StringComparison.Ordinal),
            @"(""(\\.|[^""\\])*"")|/\*.*?\*/|//.*$|,(?=\s*[\]}])",
            match => match.Groups[1].Value,
            RegexOptions.Multiline,
            TimeSpan.FromSeconds(10));

    private static YamlNode? Child(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static string? Text(YamlNode? node, string key) => Child(node, key) is YamlScalarNode scalar ? scalar.Value : null;

    private static string? Scalar(YamlNode? node) => (node as YamlScalarNode)?.Value;

    private static IEnumerable<YamlNode> Items(YamlNode? node, string key) => Child(node, key) is YamlSequenceNode list ? list.Children : [];

    private static IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.Select(entry => (Scalar(entry.Key) ?? "", entry.Value)) : [];
}
