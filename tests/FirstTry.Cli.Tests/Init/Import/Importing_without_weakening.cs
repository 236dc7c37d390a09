using System;
using System.Linq;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>What the other tool checked is checked: for the same changes, on the same files, in the same order. Each case is a shape that a public config has.</summary>
public sealed class Importing_without_weakening
{
    [Theory]
    [InlineData("web", "**/*.rs", "files: [\"*.rs\"]")]
    [InlineData("web/", "web/**/*.rs", "files: [\"*/**/*.rs\"]")]
    [InlineData("./web", "web/*.rs", "files: [\"**/*.rs\"]")]
    [InlineData("web", "src/*.rs", "files: [\"**\"]")]
    [InlineData("web", "**/src/*.rs", "files: [\"**/src/**/*.rs\"]")]
    [InlineData("web/src", "**/src/*.rs", "files: [\"**\"]")]
    [InlineData("web", "package.json", "files: [\"**\"]")]
    public void A_glob_of_lefthook_starts_at_the_top_also_where_a_job_has_a_root(string root, string glob, string expected)
    {
        var text = Import("lefthook.yml", $"pre-commit:\n  jobs:\n    - name: a\n      root: {root}\n      glob: \"{glob}\"\n      run: check {{staged_files}}\n");

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("only: [{ref: [main, dev]}]", "only: [{ branch: [main, dev] }]")]
    [InlineData("only: [{ref: main}, {ref: \"dev/*\"}]", "only: [{ branch: main }, { branch: \"dev/**\" }]")]
    [InlineData("skip: [{ref: \"*-draft\"}]", "skip: [{ branch: \"**/*-draft\" }]")]
    public void Names_of_branches_keep_their_stars_and_all_of_them(string setting, string expected) =>
        Assert.Contains(expected, Import("lefthook.yml", $"pre-commit:\n  jobs:\n    - name: a\n      run: check\n      {setting}\n"), StringComparison.Ordinal);

    [Fact]
    public void A_job_that_a_command_chooses_runs_always()
    {
        var text = Import("lefthook.yml", "pre-commit:\n  jobs:\n    - name: a\n      run: check\n      only:\n        - ref: main\n        - run: test -f go.mod\n");

        Assert.DoesNotContain("only: [", text, StringComparison.Ordinal);
        Assert.Contains("'only' is not asked at all", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_job_says_besides_is_kept_or_named()
    {
        var text = Import("lefthook.yml", "pre-commit:\n  jobs:\n    - script: a.sh\n      runner: bash\n      args: \"{staged_files}\"\n      timeout: 30s\n      unheard_of: 1\n");

        Assert.Contains("run: [bash, \".lefthook/pre-commit/a.sh\", \"{files}\"]", text, StringComparison.Ordinal);
        Assert.Contains("timeout: 30s", text, StringComparison.Ordinal);
        Assert.Contains("unheard_of has no counterpart", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_is_skipped_always_is_left_out() => Assert.DoesNotContain(
        "in-group:", Import("lefthook.yml", "pre-commit:\n  jobs:\n    - run: check\n    - skip: true\n      group:\n        jobs:\n          - name: in-group\n            run: b\n"), StringComparison.Ordinal);

    [Fact]
    public void A_task_of_husky_net_without_a_variable_runs_whatever_changed()
    {
        var text = Import(".husky/task-runner.json", """{ "tasks": [{ "name": "a", "command": "dotnet", "args": ["build", "x.sln"], "include": ["**/*.cs"] }] }""");

        Assert.DoesNotContain("    files:", text, StringComparison.Ordinal);
        Assert.Contains("It ran whatever had changed", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/app", "src/app/**/*.cs", "files: [\"**/*.cs\"]")]
    [InlineData("./src/", "**/*.cs", "files: [\"*.cs\"]")]
    [InlineData("src", "lib/*.cs", "files: [\"**\"]")]
    public void Patterns_of_husky_net_start_at_the_top_also_where_a_task_has_a_folder(string folder, string include, string expected) => Assert.Contains(
        expected,
        Import(".husky/task-runner.json", $$"""{ "tasks": [{ "name": "a", "command": "check", "cwd": "{{folder}}", "args": ["${staged}"], "include": ["{{include}}"] }] }"""),
        StringComparison.Ordinal);

    [Fact]
    public void Lines_of_a_script_wait_for_the_tasks_and_commands_before_them()
    {
        var text = Import(
            (".husky/pre-commit", "husky run --group first\nhusky run --group second\nnpx check\n"),
            (".husky/task-runner.json", """{ "tasks": [{ "name": "a", "group": "first", "command": "a" }, { "name": "b", "group": "second", "command": "b" }] }"""));

        Assert.Contains("needs: [a]", text, StringComparison.Ordinal);
        Assert.Contains("needs: [b]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_lint_staged_waits_for_all_of_it()
    {
        var text = Import(
            (".husky/pre-commit", "npx lint-staged\nmake test\n"),
            ("package.json", """{ "lint-staged": { "*.a": "one --fix", "*.b": ["two --fix", "three --fix"] } }"""));

        Assert.Contains("needs: [one, three]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while read -r local sha remote; do\n  [ \"$remote\" != refs/heads/main ] || exit 1\ndone\n")]
    [InlineData("./scripts/guard.sh\n")]
    [InlineData("python3 guard.py\n")]
    public void A_script_that_may_ask_what_is_pushed_is_told(string script) => Assert.Contains("stdin: hook", Import(".husky/pre-push", script), StringComparison.Ordinal);

    [Fact]
    public void A_folder_with_a_lint_staged_config_of_its_own_is_not_forgotten()
    {
        var text = Import(
            (".husky/pre-commit", "npx lint-staged\n"),
            ("package.json", """{ "lint-staged": { "*.a": "one" } }"""),
            ("packages/b/.lintstagedrc.json", """{ "*.b": "two" }"""),
            ("test/broken/package.json", "{"));

        Assert.Contains("run: [npx, lint-staged]", text, StringComparison.Ordinal);
        Assert.Contains("packages/b/.lintstagedrc.json", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("npm run staged\n", "uses: eslint")]
    [InlineData("npx lint-staged --concurrent false\n", "run: [npx, lint-staged, \"--concurrent\", \"false\"]")]
    public void Lint_staged_runs_once_however_it_is_called(string script, string expected)
    {
        var text = Import((".husky/pre-commit", script), ("package.json", """{ "scripts": { "staged": "lint-staged" }, "lint-staged": { "*.js": "eslint" } }"""));

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.StartsWith("    uses: ", StringComparison.Ordinal) || line.StartsWith("    run: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("npm run lint", "")]
    [InlineData("npm run format", "bucket: mutating")]
    public void A_script_of_the_package_is_not_skipped_for_files_that_are_no_sources(string line, string expected)
    {
        var text = Import((".husky/pre-commit", line + "\n"), ("package.json", """{ "scripts": { "lint": "prettier --check .", "format": "prettier --write ." } }"""));

        Assert.Contains("run: [" + line.Replace(" ", ", ", StringComparison.Ordinal) + "]", text, StringComparison.Ordinal);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_of_a_chain_become_checks_in_order()
    {
        var text = Import(".husky/pre-commit", "yarn run types && npm test\n");

        Assert.Contains("uses: npm-test", text, StringComparison.Ordinal);
        Assert.Contains("needs: [yarn-types]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fail_fast: true", "fail_fast:")]
    [InlineData("verbose: true", "verbose:")]
    [InlineData("always_run: true", "always_run:")]
    [InlineData("unheard_of: 1", "unheard_of has no counterpart")]
    public void A_setting_of_a_hook_is_kept_or_named(string setting, string expected) => Assert.Contains(
        expected, Import(".pre-commit-config.yaml", $"repos:\n  - repo: local\n    hooks:\n      - id: a\n        entry: check\n        language: system\n        files: x\n        {setting}\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://github.com/a/format-terraform", "fmt")]
    [InlineData("https://github.com/markdownlint/markdownlint", "markdownlint")]
    public void A_name_that_means_several_programs_is_a_guess(string repository, string id) => Assert.Contains(
        "is a guess", Import(".pre-commit-config.yaml", $"repos:\n  - repo: {repository}\n    rev: v1\n    hooks: [{{ id: {id} }}]\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("dotnet csharpier .", true)]
    [InlineData("dotnet csharpier check .", false)]
    [InlineData("black .", true)]
    [InlineData("black --check .", false)]
    [InlineData("mix format --check-formatted", false)]
    public void What_writes_runs_as_what_writes_and_its_files_are_staged(string run, bool isWriting)
    {
        var text = Import("lefthook.yml", $"pre-commit:\n  jobs:\n    - name: a\n      run: {run}\n");

        Assert.Equal(isWriting, text.Contains("    bucket: mutating", StringComparison.Ordinal));
        Assert.Equal(isWriting, text.Contains("files: [\"**\"]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("default_stages: [commit, push, commit-msg, post-checkout]", "pre-commit")]
    [InlineData("default_install_hook_types: [pre-commit, pre-push, commit-msg]", "pre-commit pre-push")]
    [InlineData("default_install_hook_types: [pre-commit, pre-push]\ndefault_stages: [push]", "pre-push")]
    [InlineData("default_stages: [push]", "pre-push")]
    [InlineData("fail_fast: true", "pre-commit")]
    public void Hooks_that_pre_commit_was_not_installed_for_are_not_added(string settings, string hooks)
    {
        var text = Import(".pre-commit-config.yaml", settings + "\nrepos:\n  - repo: local\n    hooks: [{ id: a, entry: check, language: system, types: [python] }]\n");

        Assert.Equal(hooks, string.Join(' ', text[text.IndexOf("\nhooks:", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Split(':')[0].Trim())));
    }

    [Fact]
    public void An_entry_of_its_own_takes_the_place_of_the_known_one()
    {
        var text = Import(".pre-commit-config.yaml", "repos:\n  - repo: https://github.com/jendrikseipp/vulture\n    rev: v2\n    hooks: [{ id: vulture, entry: python check.py, pass_filenames: true }]\n");

        Assert.Contains("run: [python, check.py, \"{files}\"]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_of_husky_net_with_whole_paths_gets_them()
    {
        var text = Import(".husky/task-runner.json", """{ "tasks": [{ "name": "a", "command": "check", "cwd": "src", "pathMode": "absolute", "args": ["--all of it", "${staged}"], "include": ["**/*.cs"] }] }""");

        Assert.Contains("cd src && check '--all of it' {files}", text, StringComparison.Ordinal);
        Assert.Contains("files: [\"**/*.cs\"]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_lists_files_is_named_also_where_they_only_say_whether_a_job_runs() => Assert.Contains(
        "not by 'git diff --name-only'", Import("lefthook.yml", "post-merge:\n  jobs:\n    - name: a\n      files: git diff --name-only\n      glob: package.json\n      run: npm ci\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("subject=$(head -1 \"$1\")\ncase \"$subject\" in\n  fix:*) exit 0 ;;\nesac\nexit 1\n")]
    [InlineData("grep -qE '^(feat| fix |docs)' \"$1\"\n")]
    public void A_check_of_the_message_runs_without_files(string script)
    {
        var text = Import(".husky/commit-msg", script);

        Assert.DoesNotContain("    files:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("    bucket: mutating", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_git_never_calls_is_named() => Assert.Contains(
        ".husky/commit_msg commit_msg git has no hook of this name", Import((".husky/pre-push", "make test\n"), (".husky/commit_msg", "npx commitlint --edit $1\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("export A=b\ndotnet husky run --group first\n", "    env:\n      A: b")]
    [InlineData("if true; then\n  dotnet husky run --group first\nfi\n", "run by .husky/pre-commit")]
    public void Tasks_run_once_however_a_script_calls_them(string script, string expected)
    {
        var text = Import((".husky/pre-commit", script), (".husky/task-runner.json", """{ "tasks": [{ "name": "a", "group": "first", "command": "task", "//": "why" }] }"""));

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.StartsWith("    run: ", StringComparison.Ordinal));
        Assert.DoesNotContain("// has", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_that_comes_again_is_written_once()
    {
        var text = Import(
            ".pre-commit-config.yaml",
            "exclude: ^(examples/broken/one.yml|examples/broken/two.yml|examples/broken/.*.result)$\nrepos:\n  - repo: local\n    hooks: [{ id: a, entry: a, language: system }, { id: b, entry: b, language: system }]\n");

        Assert.Contains("exclude: &excluded [examples/broken/one.yml, examples/broken/two.yml, \"examples/broken/**/*.result\"]", text, StringComparison.Ordinal);
        Assert.Contains("exclude: *excluded\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://github.com/ansible/actions", "mypy", true)]
    [InlineData("https://github.com/pre-commit/mirrors-mypy", "mypy", false)]
    [InlineData("https://github.com/asottile/reorder_python_imports", "reorder-python-imports", false)]
    [InlineData("https://github.com/dnephin/pre-commit-golang", "go-fmt", false)]
    [InlineData("https://github.com/python-jsonschema/check-jsonschema", "check-dependabot", false)]
    public void A_known_name_in_a_strange_repository_is_called_a_guess(string repository, string id, bool isGuess) => Assert.Equal(
        isGuess, Import(".pre-commit-config.yaml", $"repos:\n  - repo: {repository}\n    rev: v1\n    hooks: [{{ id: {id} }}]\n").Contains("by its name alone", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "linters": { "*.js": "eslint" }, "ignore": ["dist/**", "mod.js"], "chunkSize": 3 }""", "exclude: [\"dist/**\", mod.js]")]
    [InlineData("""{ "*.js": ["node tools/generate.js", "git add docs/rules.json"] }""", "outputs: [docs/rules.json]\n    bucket: mutating")]
    [InlineData("""{ "*.js": ["node tools/mend.js", "git add"] }""", "bucket: mutating")]
    public void What_lint_staged_leaves_out_and_stages_is_kept(string block, string expected) =>
        Assert.Contains(expected, Import("package.json", $$"""{ "lint-staged": {{block}} }"""), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_in_the_message_is_looked_for_there()
    {
        var text = Import(".pre-commit-config.yaml", "repos:\n  - repo: local\n    hooks: [{ id: a, name: no fixup, entry: '^fixup', language: pygrep, stages: [commit-msg] }]\n");

        Assert.Contains("FIRSTTRY_MESSAGE_FILE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("forbid-pattern", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frozen_version_is_named_by_its_number()
    {
        var text = Import(".pre-commit-config.yaml", $"repos:\n  - repo: https://github.com/PyCQA/isort\n    rev: {new string('a', 40)}  # frozen: 7.0.0\n    hooks: [{{ id: isort }}]\n");

        Assert.Contains("the version of 7.0.0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".husky/pre-commit", "if [ -n \"$RUN_TESTS\" ] && [ -z \"${CI:-}\" ]; then\n  FOUND=1\n  make test $FOUND $small\nfi\n", "pass_env: [RUN_TESTS, CI]")]
    [InlineData("lefthook.yml", "pre-commit:\n  jobs:\n    - name: a\n      env: { GIVEN: x }\n      run: check $GIVEN $ASKED_4 $PATH\n", "pass_env: [ASKED_4]")]
    [InlineData(".pre-commit-config.yaml", "repos:\n  - repo: local\n    hooks: [{ id: a, entry: 'bash -c \"check $ASKED\"', language: system }]\n", "pass_env: [ASKED]")]
    public void A_script_sees_the_variables_that_it_asks_for(string path, string content, string expected) => Assert.Contains(expected, Import(path, content), StringComparison.Ordinal);

    internal static string Import(string path, string content) => Import((path, content));

    // The config and the table, as somebody reads them.
    internal static string Import(params (string Path, string Content)[] files)
    {
        using var repository = ForeignRepository.With("weaker", files);
        var (config, text) = ImportRun.Of(repository.Root);

        Assert.Empty(ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems);
        return text + "\n" + string.Join('\n', config.Rows.Select(row => $"{row.Source} {row.Item} {row.Note}"));
    }
}
