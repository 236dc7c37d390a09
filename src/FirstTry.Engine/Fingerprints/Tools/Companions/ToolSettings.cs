using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Fingerprints.Tools.Companions;

/// <summary>Files by which well-known tools are set up outside of what a check names: in folders above it, in the user's home, beside the tool.</summary>
internal static class ToolSettings
{
    private static readonly string[] OfDotnet =
    [
        "global.json", "nuget.config", "NuGet.config", "NuGet.Config", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        "Directory.Solution.props", "Directory.Build.rsp", ".editorconfig", ".globalconfig", "dotnet-tools.json", ".config/dotnet-tools.json",
        ".csharpierrc", ".csharpierrc.json", ".csharpierrc.yaml", ".csharpierrc.yml", ".csharpierignore",
    ];

    private static readonly string[] OfEslint =
    [
        "eslint.config.js", "eslint.config.mjs", "eslint.config.cjs", "eslint.config.ts", "eslint.config.mts", "eslint.config.cts", ".eslintrc", ".eslintrc.js", ".eslintrc.cjs", ".eslintrc.json",
        ".eslintrc.yml", ".eslintrc.yaml", ".eslintignore", "package.json",
    ];

    private static readonly string[] OfPrettier =
    [
        ".prettierrc", ".prettierrc.json", ".prettierrc.json5", ".prettierrc.yml", ".prettierrc.yaml", ".prettierrc.toml", ".prettierrc.js", ".prettierrc.mjs", ".prettierrc.cjs",
        ".prettierrc.ts", ".prettierrc.mts", ".prettierrc.cts", "prettier.config.js", "prettier.config.mjs", "prettier.config.cjs", "prettier.config.ts", "prettier.config.mts",
        "prettier.config.cts", ".prettierignore", ".editorconfig", "package.json", "package.yaml",
    ];

    private static readonly Dictionary<string, (string[] Above, string[] Home)> Known = new(StringComparer.Ordinal)
    {
        ["ruff"] = (["pyproject.toml", "ruff.toml", ".ruff.toml"], [".config/ruff/ruff.toml", ".config/ruff/.ruff.toml", ".config/ruff/pyproject.toml"]),
        ["black"] = (["pyproject.toml"], [".config/black", ".black"]),
        ["mypy"] = (["mypy.ini", ".mypy.ini", "pyproject.toml", "setup.cfg"], [".config/mypy/config", ".mypy.ini"]),
        ["flake8"] = (["setup.cfg", "tox.ini", ".flake8"], [".config/flake8"]),
        ["pytest"] = (["pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg", "conftest.py"], []),
        ["isort"] = ([".isort.cfg", "pyproject.toml", "setup.cfg", "tox.ini", ".editorconfig"], [".isort.cfg"]),
        ["pylint"] = (["pylintrc", ".pylintrc", "pyproject.toml", "setup.cfg", "tox.ini"], [".pylintrc", ".config/pylintrc"]),
        ["eslint"] = (OfEslint, [".eslintrc", ".eslintrc.json", ".eslintrc.js", ".eslintrc.yml"]),
        ["prettier"] = (OfPrettier, []),
        ["tsc"] = (["tsconfig.json", "tsconfig.base.json", "jsconfig.json", "package.json"], []),
        ["npm"] = ([".npmrc", "package.json"], [".npmrc"]),
        ["yarn"] = ([".yarnrc", ".yarnrc.yml", ".npmrc", "package.json", ".pnp.cjs"], [".yarnrc", ".yarnrc.yml", ".npmrc"]),
        ["pnpm"] = ([".npmrc", "pnpm-workspace.yaml", "package.json"], [".npmrc", ".config/pnpm/rc"]),
        ["dotnet"] = (OfDotnet, [".nuget/NuGet/NuGet.Config", ".config/NuGet/NuGet.Config"]),
        ["csharpier"] = ([".csharpierrc", ".csharpierrc.json", ".csharpierrc.yaml", ".csharpierrc.yml", ".csharpierignore", ".editorconfig"], []),
        ["go"] = (["go.work", "go.mod", "go.sum", "go.work.sum"], [".config/go/env"]),
        ["cargo"] = (["Cargo.toml", "Cargo.lock", ".cargo/config.toml", ".cargo/config", "rust-toolchain", "rust-toolchain.toml", "rustfmt.toml", "clippy.toml"],
            [".cargo/config.toml", ".cargo/config", ".rustup/settings.toml"]),
        ["rustc"] = (["rust-toolchain", "rust-toolchain.toml"], [".rustup/settings.toml"]),
        ["shellcheck"] = ([".shellcheckrc", "shellcheckrc"], [".shellcheckrc", ".config/shellcheckrc"]),
        ["clang-format"] = ([".clang-format", "_clang-format", ".clang-format-ignore"], []),
        ["clang-tidy"] = ([".clang-tidy"], []),
        ["golangci-lint"] = ([".golangci.yml", ".golangci.yaml", ".golangci.toml", ".golangci.json"], [".golangci.yml", ".golangci.yaml"]),
        ["rubocop"] = ([".rubocop.yml"], [".rubocop.yml", ".config/rubocop/config.yml"]),
        ["yamllint"] = ([".yamllint", ".yamllint.yaml", ".yamllint.yml"], [".config/yamllint/config"]),
        ["git"] = ([], [".gitconfig", ".config/git/config"]),
    };

    /// <summary>The files that a tool of this name is set up by, with what each is called in a fingerprint; most of them are not there.</summary>
    internal static IEnumerable<(string Name, string Place)> Of(string tool, string start, string home)
    {
        if (!Known.TryGetValue(tool, out var settings))
        {
            yield break;
        }

        var level = 0;
        foreach (var above in PlainFiles.Upwards(start))
        {
            foreach (var name in settings.Above)
            {
                yield return (level == 0 ? name : $"{name} {level} up", Path.Combine(above, name));
            }

            level++;
        }

        foreach (var name in home.Length == 0 ? [] : settings.Home)
        {
            yield return ("~/" + name, Path.Combine(home, name));
        }
    }
}
