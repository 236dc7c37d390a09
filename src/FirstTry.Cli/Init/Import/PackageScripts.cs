using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>The scripts of <c>package.json</c>: what a line of a hook that calls one comes to.</summary>
internal sealed class PackageScripts
{
    // Eslint and the like are not among them: they look at sources.
    private static readonly string[] LookingAnywhere =
    [
        "prettier", "dprint", "biome", "markdownlint", "markdownlint-cli", "markdownlint-cli2", "remark", "textlint", "alex", "write-good", "cspell", "codespell", "eclint", "editorconfig-checker", "ec", "ls-lint", "yamllint",
        "doctoc", "markdown-toc", "markdown-link-check", "linkinator", "pre-commit", "lint-staged", "commitlint", "git",
    ];

    private static readonly char[] Separators = [' ', '\t', ';', '&', '|', '"', '\'', '(', ')'];

    private readonly ForeignNode _scripts;

    private PackageScripts(ForeignNode scripts) => _scripts = scripts;

    /// <summary>No scripts.</summary>
    public static PackageScripts None { get; } = new(new ForeignNode());

    /// <summary>The scripts at the top of the repository; none where there is no such file.</summary>
    public static PackageScripts Of(SourceFiles files) =>
        new(files.FindFirst("package.json") is { } package ? files.Read(package)["scripts"] : new ForeignNode());

    /// <summary>The text of the script that a command calls; null when it calls none that is known.</summary>
    public string? TextOf(IReadOnlyList<string>? words) => words switch
    {
        ["npm" or "yarn" or "pnpm" or "bun", "run", var name] => _scripts[name].Text,
        ["yarn" or "pnpm", var name] => _scripts[name].Text,
        _ => null,
    };

    /// <summary>True when the script that a command calls changes files, as far as its words tell.</summary>
    public bool IsWriting(IReadOnlyList<string>? words) =>
        TextOf(words) is { } text && KnownCommands.BucketOf(text.Split([' ', '\t', ';', '&', '|'], StringSplitOptions.RemoveEmptyEntries)) == Bucket.Mutating;

    /// <summary>True when the script that a command calls, one that runs before or after it, or one that any of those calls looks at files that are no sources.</summary>
    public bool LookAtAnyFile(IReadOnlyList<string> words)
    {
        var name = words switch
        {
            [_, "run", var script] => script,
            [_, "test" or "t"] => "test",
            _ => null,
        };
        var (waiting, seen) = (new Queue<string>(), new HashSet<string>(StringComparer.Ordinal));
        Enqueue(name);
        while (waiting.TryDequeue(out var script))
        {
            foreach (var word in (_scripts[script].Text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            {
                if (Array.IndexOf(LookingAnywhere, word[(word.LastIndexOf('/') + 1)..]) >= 0)
                {
                    return true;
                }

                EnqueueAll(word.StartsWith("npm:", StringComparison.Ordinal) ? word[4..] : word);
            }
        }

        return false;

        // "lint:*" of run-s and others stands for all of that beginning.
        void EnqueueAll(string word)
        {
            foreach (var (key, _) in _scripts.Entries)
            {
                if (key == word || (word.EndsWith('*') && key.StartsWith(word.TrimEnd('*'), StringComparison.Ordinal)))
                {
                    Enqueue(key);
                }
            }
        }

        void Enqueue(string? script)
        {
            foreach (var called in script is null ? [] : (string[])[script, "pre" + script, "post" + script])
            {
                if (seen.Add(called))
                {
                    waiting.Enqueue(called);
                }
            }
        }
    }
}
