using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.PreCommit;

/// <summary>The hooks of well-known repositories by their id.</summary>
internal static class KnownHooks
{
    private static readonly Dictionary<string, KnownHook> Hooks = new(StringComparer.Ordinal)
    {
        ["black"] = new("black", "pip install black", "python") { IsWriting = true },
        ["black-jupyter"] = new("black", "pip install 'black[jupyter]'", "python", "jupyter") { IsWriting = true },
        ["ruff"] = new("ruff check --force-exclude", "pip install ruff", "python", "jupyter") { TakesMore = true },
        ["ruff-check"] = new("ruff check --force-exclude", "pip install ruff", "python", "jupyter") { TakesMore = true },
        ["ruff-format"] = new("ruff format --force-exclude", "pip install ruff", "python", "jupyter") { IsWriting = true },
        ["flake8"] = new("flake8", "pip install flake8", "python"),
        ["isort"] = new("isort --filter-files", "pip install isort", "python", "cython") { IsWriting = true },
        ["mypy"] = new("mypy", "pip install mypy", "python") { Arguments = "--ignore-missing-imports --scripts-are-modules" },
        ["pyright"] = new("pyright", "pip install pyright", "python"),
        ["pylint"] = new("pylint", "pip install pylint", "python"),
        ["pyupgrade"] = new("pyupgrade", "pip install pyupgrade", "python") { IsWriting = true },
        ["reorder-python-imports"] = new("reorder-python-imports", "pip install reorder-python-imports", "python") { IsWriting = true },
        ["add-trailing-comma"] = new("add-trailing-comma", "pip install add-trailing-comma", "python") { IsWriting = true },
        ["setup-cfg-fmt"] = new("setup-cfg-fmt", "pip install setup-cfg-fmt") { IsWriting = true, Files = @"^setup\.cfg$" },
        ["autoflake"] = new("autoflake", "pip install autoflake", "python") { IsWriting = true },
        ["autopep8"] = new("autopep8", "pip install autopep8", "python") { IsWriting = true, Arguments = "-i" },
        ["yapf"] = new("yapf", "pip install yapf", "python") { IsWriting = true, Arguments = "-i" },
        ["docformatter"] = new("docformatter", "pip install docformatter", "python") { IsWriting = true, Arguments = "-i" },
        ["pydocstyle"] = new("pydocstyle", "pip install pydocstyle", "python"),
        ["pydoclint"] = new("pydoclint", "pip install pydoclint", "python"),
        ["interrogate"] = new("interrogate", "pip install interrogate", "python"),
        ["bandit"] = new("bandit", "pip install bandit", "python"),
        ["vulture"] = new("vulture", "pip install vulture") { TakesNoFiles = true },
        ["codespell"] = new("codespell", "pip install codespell", "text"),
        ["typos"] = new("typos --force-exclude", "pip install typos", "text") { Arguments = "--write-changes", IsWriting = true },
        ["yamllint"] = new("yamllint", "pip install yamllint", "yaml"),
        ["yamlfmt"] = new("yamlfmt", "go install github.com/google/yamlfmt/cmd/yamlfmt@latest", "yaml") { IsWriting = true },
        ["pretty-format-yaml"] = new("pretty-format-yaml", "pip install language-formatters-pre-commit-hooks", "yaml"),
        ["pretty-format-toml"] = new("pretty-format-toml", "pip install language-formatters-pre-commit-hooks", "toml"),
        ["taplo-format"] = new("taplo format", "cargo install taplo-cli", "toml") { IsWriting = true },
        ["taplo-lint"] = new("taplo lint", "cargo install taplo-cli", "toml"),
        ["toml-sort-fix"] = new("toml-sort -i", "pip install toml-sort", "toml") { IsWriting = true },
        ["pyproject-fmt"] = new("pyproject-fmt", "pip install pyproject-fmt") { IsWriting = true, Files = @"(^|/)pyproject\.toml$" },
        ["validate-pyproject"] = new("validate-pyproject", "pip install 'validate-pyproject[all]'") { Files = @"pyproject\.toml$" },
        ["tox-ini-fmt"] = new("tox-ini-fmt", "pip install tox-ini-fmt") { IsWriting = true, Files = @"(^|/)tox\.ini$" },
        ["uv-lock"] = new("uv lock", "pip install uv") { TakesNoFiles = true, IsWriting = true, Files = @"^(pyproject\.toml|uv\.lock|uv\.toml)$" },
        ["uv-sync"] = new("uv sync", "pip install uv") { TakesNoFiles = true, Arguments = "--locked --all-packages", Stage = "post-checkout post-merge post-rewrite" },
        ["uv-export"] = new("uv export", "pip install uv") { TakesNoFiles = true, IsWriting = true, Files = @"^uv\.lock$" },
        ["poetry-check"] = new("poetry check", "pip install poetry") { TakesNoFiles = true, Files = @"^(pyproject\.toml|poetry\.lock)$" },
        ["poetry-lock"] = new("poetry lock", "pip install poetry") { TakesNoFiles = true, IsWriting = true, Files = @"^pyproject\.toml$" },
        ["check-manifest"] = new("check-manifest", "pip install check-manifest") { TakesNoFiles = true },
        ["nbstripout"] = new("nbstripout", "pip install nbstripout", "jupyter") { IsWriting = true },
        ["blacken-docs"] = new("blacken-docs", "pip install blacken-docs", "python", "markdown", "rst", "tex") { IsWriting = true },
        ["doc8"] = new("doc8", "pip install doc8", "rst"),
        ["rstcheck"] = new("rstcheck", "pip install rstcheck", "rst"),
        ["sphinx-lint"] = new("sphinx-lint", "pip install sphinx-lint", "markdown", "rst", "python"),
        ["mdformat"] = new("mdformat", "pip install mdformat", "markdown") { IsWriting = true },
        ["pymarkdown"] = new("pymarkdown scan", "pip install pymarkdownlnt", "markdown"),
        ["markdownlint"] = new("markdownlint", "npm install --save-dev markdownlint-cli", "markdown"),
        ["markdownlint-fix"] = new("markdownlint --fix", "npm install --save-dev markdownlint-cli", "markdown") { IsWriting = true },
        ["markdownlint-cli2"] = new("markdownlint-cli2", "npm install --save-dev markdownlint-cli2", "markdown"),
        ["check-jsonschema"] = new("check-jsonschema", "pip install check-jsonschema", "json", "yaml"),
        ["check-github-workflows"] = new("check-jsonschema --builtin-schema vendor.github-workflows", "pip install check-jsonschema") { Files = @"^\.github/workflows/[^/]+\.ya?ml$" },
        ["check-github-actions"] = new("check-jsonschema --builtin-schema vendor.github-actions", "pip install check-jsonschema") { Files = @"^(action\.ya?ml|\.github/actions/(.+/)?action\.ya?ml)$" },
        ["check-dependabot"] = new("check-jsonschema --builtin-schema vendor.dependabot", "pip install check-jsonschema") { Files = @"^\.github/dependabot\.ya?ml$" },
        ["check-renovate"] = new("check-jsonschema --builtin-schema vendor.renovate", "pip install check-jsonschema") { Files = @"(^|/)renovate\.json5?$" },
        ["check-readthedocs"] = new("check-jsonschema --builtin-schema vendor.readthedocs", "pip install check-jsonschema") { Files = @"^\.readthedocs\.ya?ml$" },
        ["actionlint"] = new("actionlint", "go install github.com/rhysd/actionlint/cmd/actionlint@latest") { Files = @"^\.github/workflows/.*\.ya?ml$" },
        ["zizmor"] = new("zizmor", "pip install zizmor") { Files = @"^\.github/.*\.ya?ml$" },
        ["hadolint"] = new("hadolint", "the program hadolint, from its releases", "dockerfile"),
        ["gitleaks"] = new("gitleaks git --pre-commit --redact --staged --verbose", "the program gitleaks, from its releases") { TakesNoFiles = true },
        ["detect-secrets"] = new("detect-secrets-hook", "pip install detect-secrets", "text"),
        ["shellcheck"] = new("shellcheck", "the program shellcheck, from the system's packages", "shell"),
        ["shfmt"] = new("shfmt", "go install mvdan.cc/sh/v3/cmd/shfmt@latest", "shell") { IsWriting = true, Arguments = "-w" },
        ["prettier"] = new("prettier --write --ignore-unknown", "npm install --save-dev prettier", "text") { IsWriting = true },
        ["eslint"] = new("eslint", "npm install --save-dev eslint", "javascript"),
        ["stylelint"] = new("stylelint", "npm install --save-dev stylelint", "css", "scss", "sass", "less"),
        ["biome-check"] = new("biome check --write --no-errors-on-unmatched", "npm install --save-dev @biomejs/biome", "text") { IsWriting = true },
        ["cspell"] = new("cspell --no-must-find-files --no-progress", "npm install --save-dev cspell", "text"),
        ["clang-format"] = new("clang-format -i", "pip install clang-format", "c", "c++", "c#", "cuda", "java", "javascript", "json", "metal", "objective-c", "proto") { IsWriting = true, TakesMore = true },
        ["cmake-format"] = new("cmake-format -i", "pip install cmakelang", "cmake") { IsWriting = true },
        ["cmake-lint"] = new("cmake-lint", "pip install cmakelang", "cmake"),
        ["cpplint"] = new("cpplint", "pip install cpplint", "c", "c++"),
        ["go-fmt"] = new("gofmt -l -w", "Go", "go") { IsWriting = true },
        ["golangci-lint"] = new("golangci-lint run --new-from-rev HEAD --fix", "the program golangci-lint, from its releases", "go") { TakesNoFiles = true, IsWriting = true },
        ["fmt"] = new("cargo fmt --", "Rust", "rust") { IsWriting = true },
        ["cargo-check"] = new("cargo check", "Rust", "rust") { TakesNoFiles = true },
        ["clippy"] = new("cargo clippy", "Rust", "rust") { TakesNoFiles = true },
        ["sqlfluff-lint"] = new("sqlfluff lint", "pip install sqlfluff", "sql"),
        ["sqlfluff-fix"] = new("sqlfluff fix", "pip install sqlfluff", "sql") { IsWriting = true },
        ["djlint"] = new("djlint", "pip install djlint", "html"),
        ["djhtml"] = new("djhtml", "pip install djhtml", "html") { IsWriting = true },
        ["django-upgrade"] = new("django-upgrade", "pip install django-upgrade", "python") { IsWriting = true },
        ["commitizen"] = new("cz check --allow-abort --commit-msg-file", "pip install commitizen") { Stage = "commit-msg" },
        ["commitlint"] = new("commitlint --edit", "npm install --save-dev @commitlint/cli") { Stage = "commit-msg" },
        ["gitlint"] = new("gitlint --staged --msg-filename", "pip install gitlint") { Stage = "commit-msg" },
        ["terraform_fmt"] = new("terraform fmt", "Terraform", "terraform") { IsWriting = true },
        ["prettier-java"] = new("prettier --write", "npm install --save-dev prettier prettier-plugin-java", "java") { IsWriting = true },
        ["validate-cff"] = new("cffconvert --validate", "pip install cffconvert") { TakesNoFiles = true, Files = @"^CITATION\.cff$" },
        ["nixfmt"] = new("nixfmt", "the program nixfmt", "nix") { IsWriting = true },
    };

    // What the package pre-commit-hooks brings and no built-in check does.
    private static readonly Dictionary<string, KnownHook> OfPreCommit = new(StringComparer.Ordinal)
    {
        ["check-ast"] = new("check-ast", "", "python"),
        ["check-builtin-literals"] = new("check-builtin-literals", "", "python"),
        ["check-docstring-first"] = new("check-docstring-first", "", "python"),
        ["check-shebang-scripts-are-executable"] = new("check-shebang-scripts-are-executable", "", "text"),
        ["check-vcs-permalinks"] = new("check-vcs-permalinks", "", "text"),
        ["debug-statements"] = new("debug-statement-hook", "", "python"),
        ["destroyed-symlinks"] = new("destroyed-symlinks", "", "file"),
        ["detect-aws-credentials"] = new("detect-aws-credentials", "", "text"),
        ["double-quote-string-fixer"] = new("double-quote-string-fixer", "", "python") { IsWriting = true },
        ["file-contents-sorter"] = new("file-contents-sorter", "", "text") { IsWriting = true },
        ["fix-encoding-pragma"] = new("fix-encoding-pragma", "", "python") { IsWriting = true },
        ["forbid-new-submodules"] = new("forbid-new-submodules", "", "file"),
        ["name-tests-test"] = new("name-tests-test", "", "python") { Files = @"(^|/)tests/.+\.py$" },
        ["requirements-txt-fixer"] = new("requirements-txt-fixer", "") { IsWriting = true, Files = @"(requirements|constraints).*\.txt$" },
        ["sort-simple-yaml"] = new("sort-simple-yaml", "") { IsWriting = true, Files = "^$" },
    };

    /// <summary>The hook of this id; null when it is not known.</summary>
    public static KnownHook? Find(string repository, string id)
    {
        if (IsPreCommitHooks(repository))
        {
            return OfPreCommit.TryGetValue(id, out var own) ? own with { Install = "pip install pre-commit-hooks" } : null;
        }

        // Names that several repositories use for different programs.
        var isAmbiguous = id switch
        {
            "fmt" or "clippy" or "cargo-check" => !repository.Contains("rust", StringComparison.OrdinalIgnoreCase),
            "markdownlint" or "markdownlint-fix" => !repository.Contains("markdownlint-cli", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        return isAmbiguous ? null : Hooks.GetValueOrDefault(id);
    }

    /// <summary>True for the repository of pre-commit's own hooks, and for the copies that prek has built in.</summary>
    public static bool IsPreCommitHooks(string repository) =>
        repository == "builtin" || repository.TrimEnd('/').EndsWith("pre-commit/pre-commit-hooks", StringComparison.OrdinalIgnoreCase)
        || repository.EndsWith("pre-commit/pre-commit-hooks.git", StringComparison.OrdinalIgnoreCase);
}
