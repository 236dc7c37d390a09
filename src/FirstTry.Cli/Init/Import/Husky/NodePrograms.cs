using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>Husky and lint-staged find the programs of <c>node_modules</c> by name; here npx does.</summary>
internal static class NodePrograms
{
    private static readonly string[] Others =
    [
        "git", "sh", "bash", "node", "npm", "npx", "yarn", "pnpm", "bun", "bunx", "make", "python", "python3", "cargo", "rustfmt", "go", "gofmt", "dotnet", "php", "composer", "docker", "echo",
        "cat", "grep", "sed", "test", "true", "false", "ruby", "bundle", "mvn", "gradle", "black", "ruff", "isort", "flake8", "mypy", "poetry", "uv", "pre-commit", "swift", "swiftlint", "deno", "task",
        "just", "nx", "gitleaks", "shellcheck", "shfmt", "terraform", "pytest", "pipenv", "pip", "rm", "cp", "env", "dart", "flutter", "mix",
    ];

    /// <summary>The words of a command, called so that a program of <c>node_modules</c> is found.</summary>
    public static List<string> Found(List<string> words) =>
        words[0].Contains('/', StringComparison.Ordinal) || (Array.IndexOf(Others, words[0]) >= 0 && words[0] != "nx") ? words : ["npx", "--no-install", .. words];
}
