using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>Recognizes the commands that an adapter runs in the same way, so that its inputs and its fix are known.</summary>
internal static class KnownCommands
{
    private static readonly string[] Runners = ["npx", "bunx", "pnpx", "dlx", "exec", "--no", "--no-install", "--yes", "-y", "--"];

    private static readonly string[] Writers =
        ["--fix", "--write", "--write-changes", "-w", "-i", "--in-place", "--inplace", "--fix-only", "fmt", "format", "fix", "--apply", "--autofix", "-a", "-A", "--auto-correct", "--autocorrect"];

    // Programs that write unless they are told not to.
    private static readonly string[] Formatters =
    [
        "lint-staged", "isort", "pyupgrade", "autoflake", "autopep8", "yapf", "docformatter", "add-trailing-comma", "djhtml", "djlint", "nbstripout", "pyproject-fmt", "toml-sort", "rustfmt",
        "gofmt", "goimports", "black", "csharpier", "oxfmt", "yesqa", "insert-license", "absolufy-imports", "docstrfmt", "dotnet-format", "stylua", "tidy", "gofumpt", "terraform-docs", "dprint", "taplo", "sort-package-json", "svgo", "swiftformat", "ktlint", "mdformat", "markdown-toc", "blacken-docs",
    ];

    private static readonly string[] KindsOfTests =
        ["unit", "units", "e2e", "integration", "ci", "run", "once", "all", "coverage", "cov", "jest", "vitest", "mocha", "ava", "node", "browser", "types", "ts", "tsc", "js", "changed", "related", "staged", "fast"];

    /// <summary>The adapter that does what a command does; null when none does exactly that.</summary>
    /// <param name="words">The program and its arguments, without the files.</param>
    public static ImportedCommand? Find(IReadOnlyList<string> words)
    {
        var rest = WithoutRunner(words);
        if (rest.Count == 0)
        {
            return null;
        }

        var arguments = rest.GetRange(1, rest.Count - 1);
        return rest[0] switch
        {
            "eslint" => Tool("eslint", arguments, "--fix"),
            "prettier" => Prettier(arguments),
            "black" when !arguments.Exists(argument => argument is "--check" or "--diff") => Tool("black", arguments.FindAll(argument => argument is not ("-q" or "--quiet"))),
            "ruff" when arguments is ["check", ..] => Tool("ruff", arguments.GetRange(1, arguments.Count - 1), "--fix"),
            "flake8" or "shellcheck" => Tool(rest[0], arguments),
            "clang-format" when arguments.Contains("-i") => Tool("clang-format", arguments.FindAll(argument => argument != "-i")),
            _ => null,
        };
    }

    /// <summary>The adapter of a command that takes no files; null when none does exactly that.</summary>
    /// <param name="scripts">What the scripts that it may call do.</param>
    public static ImportedCommand? FindWhole(IReadOnlyList<string> words, PackageScripts scripts)
    {
        switch (words)
        {
            // The adapters skip a script when only such files changed.
            case ["npm" or "yarn" or "pnpm" or "bun", ..] when scripts.LookAtAnyFile(words):
                return new ImportedCommand { Arguments = words, Bucket = Bucket.Slow };
            case ["npm" or "yarn" or "pnpm" or "bun", "test"] or ["npm", "t"] or ["npm" or "yarn" or "pnpm", "run", "test"]:
                return ImportedCommand.Named("npm-test");
            // Other scripts, a linter's for one, may look at files that are no sources: npm-script would skip them when only such files changed.
            case ["npm" or "yarn" or "pnpm" or "bun", "run", var script] when IsTest(script) || script is "typecheck" or "type-check" or "check-types" or "check:types" or "tsc":
                return ImportedCommand.Named("npm-script", ImportedOption.Of("script", script));
            case ["pytest"]:
                return ImportedCommand.Named("pytest");
            case ["dotnet", "build"]:
                return ImportedCommand.Named("dotnet-build");
            case ["dotnet", "test"]:
                return ImportedCommand.Named("dotnet-test");
            case ["go", "test", "./..."]:
                return ImportedCommand.Named("go-test");
            case ["cargo", "test"]:
                return ImportedCommand.Named("cargo-test");
            default:
                return WithoutRunner(words) is ["tsc", "--noEmit"] ? ImportedCommand.Named("tsc") : null;
        }
    }

    /// <summary>True when a formatter is told to change nothing.</summary>
    public static bool IsToldToLook(IReadOnlyList<string> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is "--check" or "--check-only" or "--diff" or "--dry-run" or "--list-different")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The phase that a command of somebody else belongs to, as far as its words tell.</summary>
    public static Bucket? BucketOf(IReadOnlyList<string> words)
    {
        var previous = "";
        var isChecking = false;
        var isWriting = false;
        foreach (var word in words)
        {
            var last = previous;
            previous = word;
            isChecking |= (word == "check" && last == "csharpier") || word is "--check" or "--check-formatted" or "--check-only" or "--diff" or "--dry-run" or "--verify-no-changes" or "-l" or "--list-different" or "lint";
            isWriting |= (word == "add" && last == "git") || System.Array.IndexOf(Writers, word) >= 0 || System.Array.IndexOf(Formatters, word) >= 0 || word.EndsWith(":fix", System.StringComparison.Ordinal);
        }

        return isWriting && !isChecking ? Bucket.Mutating : IsLong(words) ? Bucket.Slow : null;
    }

    // A script such as "test:format" looks at whatever a formatter looks at.
    private static bool IsTest(string script) => script is "test" or "tests"
        || (script.Length > 5 && script[..4] == "test" && script[4] is ':' or '-' && System.Array.IndexOf(KindsOfTests, script[5..]) >= 0);

    private static bool IsLong(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (word is "test" or "tests" or "pytest" or "vitest" or "jest" or "build" or "mypy" or "pyright" or "tsc" or "e2e" or "phpunit" or "rspec" or "clippy" or "typecheck" or "type-check")
            {
                return true;
            }
        }

        return false;
    }

    private static ImportedCommand Tool(string uses, List<string> arguments, string? fix = null)
    {
        var plain = arguments.FindAll(argument => argument != fix);
        return new ImportedCommand
        {
            Uses = uses,
            With = plain.Count == 0 ? [] : [new ImportedOption("args", plain)],
            Bucket = plain.Count < arguments.Count ? Bucket.Mutating : null,
        };
    }

    private static ImportedCommand? Prettier(List<string> arguments)
    {
        var isWriting = arguments.Contains("--write") || arguments.Contains("-w");
        if (!isWriting && !arguments.Contains("--check") && !arguments.Contains("-c"))
        {
            return null;
        }

        var plain = arguments.FindAll(argument => argument is not ("--write" or "-w" or "--check" or "-c" or "--ignore-unknown" or "-u"));
        return Tool("prettier", plain) with { Bucket = isWriting ? null : Bucket.Fast };
    }

    private static List<string> WithoutRunner(IReadOnlyList<string> words)
    {
        var start = 0;
        if (words.Count > 1 && words[0] is "npx" or "bunx" or "pnpx" || (words.Count > 2 && words[0] is "pnpm" or "yarn" or "npm" && words[1] is "exec" or "dlx"))
        {
            while (start < words.Count && (System.Array.IndexOf(Runners, words[start]) >= 0 || (start == 0)))
            {
                start++;
            }
        }
        else if (words.Count > 1 && words[0] is "yarn" or "pnpm" && words[1] is "eslint" or "prettier" or "tsc")
        {
            start = 1;
        }

        return [.. System.Linq.Enumerable.Skip(words, start)];
    }
}
