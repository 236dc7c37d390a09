using System.Linq;

namespace FirstTry.Cli.Tests.Init;

public sealed class Proposing_tools
{
    [Fact]
    public void Python_tools_are_proposed_where_they_are_configured()
    {
        using var repo = Repo.Create()
            .With("pyproject.toml", "[project]\nname = \"shop\"\n[tool.ruff.lint]\n[tool.black]\n[tool.mypy]\n[tool.pytest.ini_options]\n")
            .With(".flake8", "[flake8]\n")
            .With("shop/a.py");

        Assert.Equal(["ruff: ruff", "flake8: flake8", "black: black", "mypy: mypy", "pytest: pytest"], repo.Proposed());
    }

    [Theory]
    [InlineData("requirements-dev.txt", "# tools\nblack==23.1\nmypy-extensions\n")]
    [InlineData("requirements/dev.txt", "black[jupyter] >= 23\n")]
    [InlineData("pyproject.toml", "[project.optional-dependencies]\ndev = [\n  \"black >=23\",\n  \"flake8-bugbear\",\n]\n")]
    [InlineData("pyproject.toml", "[tool.poetry.group.dev.dependencies]\nblack = \"^23\"\n")]
    public void A_dependency_is_a_reason_too(string file, string content)
    {
        using var repo = Repo.Create("dependency").With("setup.py").With(file, content);

        Assert.Equal(["black: black"], repo.Proposed());
    }

    [Theory]
    [InlineData("name = \"black\"\ndescription = \"black, mypy\"\nkeywords = [\n \"pytest\",\n]\n")]
    [InlineData("# \"ruff\"\ndependencies = [\"requests\", \"pytest-like\"]\n[tool.blackbox]\n")]
    public void Prose_is_no_reason(string content)
    {
        using var repo = Repo.Create("prose").With("pyproject.toml", content).With("a.py");

        Assert.Empty(repo.Proposed());
    }

    [Theory]
    [InlineData("pyproject.toml", "[tool.isort]\nprofile = \"black\"\n[tool.hatch.version]\nsource = \"mypy\"\n")]
    [InlineData("setup.cfg", "[metadata]\nname = black\nkeywords =\n  mypy\n  pytest\n")]
    public void Only_a_list_of_dependencies_names_a_dependency(string file, string content)
    {
        using var repo = Repo.Create("lists").With(file, content).With("a.py");

        Assert.Empty(repo.Proposed());
    }

    [Fact]
    public void The_hooks_of_pre_commit_are_a_reason_unless_they_are_for_some_files_only()
    {
        const string Hooks = "repos:\n- repo: x\n  hooks:\n    - id: black  # format\n    - id: 'flake8'\n    - id: mypy\n      exclude: ^tests/\n- repo: y\n  hooks: [{id: ruff}]\n";
        using var repo = Repo.Create().With("setup.py").With(".pre-commit-config.yaml", Hooks);

        Assert.Equal(["flake8: flake8", "black: black"], repo.Proposed());

        repo.With(".pre-commit-config.yaml", Hooks + "exclude: ^vendored/\n");
        Assert.Empty(repo.Proposed());
    }

    [Theory]
    [InlineData("tox.ini", "[testenv:typing]\ncommands = python -m mypy --strict shop tests/helpers.py missing\n", "shop", "tests/helpers.py")]
    [InlineData("noxfile.py", "def types(session):\n    session.run(\"mypy\", \"shop/\")\n", "shop")]
    [InlineData("Makefile", "types:\n\tmypy\n", "shop", "tool")]
    [InlineData("mypy.ini", "[mypy]\nfiles = shop\n")]
    [InlineData("pyproject.toml", "[tool.mypy]\nmodules = [\"shop\"]\n")]
    public void Mypy_checks_what_the_project_has_it_check_or_else_its_packages(string file, string content, params string[] paths)
    {
        using var repo = Repo.Create("mypy").With("setup.cfg", "[mypy]\n").With("setup.py").With(file, content)
            .With("shop/__init__.py").With("shop/sub/__init__.py").With("tool/__init__.py").With("docs/conf.py")
            .With("tests/__init__.py").With("tests/helpers.py");

        var with = repo.Graph().FindCheck("mypy")!.Uses!.With;

        Assert.Equal(paths, with.SelectMany(option => option.Values));
    }

    [Fact]
    public void Mypy_checks_the_folder_src_where_there_is_one()
    {
        using var repo = Repo.Create().With("api/mypy.ini", "[mypy]\n").With("api/src/shop/__init__.py").With("api/tests/__init__.py");

        Assert.Equal(["src"], repo.Graph().FindCheck("api-mypy")!.Uses!.With.Single().Values);
    }

    [Fact]
    public void A_folder_of_tests_is_enough_for_pytest_and_a_config_without_python_is_nothing()
    {
        using var repo = Repo.Create().With("one/setup.py").With("one/tests/unit/test_a.py").With("two/tox.ini", "[pytest]\n");

        Assert.Equal(["one-pytest: pytest @ one"], repo.Proposed());
    }

    [Fact]
    public void A_folder_between_two_others_in_order_hides_nothing()
    {
        using var repo = Repo.Create().With("a/pytest.ini").With("a/x.py").With("a-b/pytest.ini").With("a-b/x.py").With("a/b/pytest.ini").With("a/b/x.py");

        Assert.Equal(["a-pytest: pytest @ a", "a-b-pytest: pytest @ a-b"], repo.Proposed());
    }

    [Fact]
    public void Node_packages_bring_their_scripts_and_tools()
    {
        using var repo = Repo.Create()
            .With("package.json", """{"scripts":{"test":"jest","lint":"eslint ."},"devDependencies":{"typescript":"5"},"prettier":{}}""")
            .With("eslint.config.mjs").With("tsconfig.json");

        Assert.Equal(["eslint: eslint", "prettier: prettier", "tsc: tsc", "test: npm-test"], repo.Proposed());
    }

    [Fact]
    public void The_top_of_a_workspace_speaks_for_its_packages()
    {
        using var repo = Repo.Create()
            .With("package.json", """{"workspaces":["packages/*"],"scripts":{"test":"npm test --workspaces"}}""")
            .With("packages/a/package.json", """{"scripts":{"test":"jest","lint":"biome"}}""");

        Assert.Equal(["test: npm-test", "packages-a-lint: npm-script @ packages/a"], repo.Proposed());
    }

    [Theory]
    [InlineData("""{"scripts":{"test":"echo \"Error: no test specified\" && exit 1"}}""")]
    [InlineData("""{"scripts":"none"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void A_package_without_tests_proposes_none(string package)
    {
        using var repo = Repo.Create("package").With("package.json", package);

        Assert.Empty(repo.Proposed());
    }

    [Fact]
    public void Dotnet_builds_the_solution_then_tests_and_formats()
    {
        using var repo = Repo.Create()
            .With("App.slnx").With("src/App/App.csproj").With("tests/App.Tests/App.Tests.csproj", "<PackageReference Include=\"xunit\"/>")
            .With(".editorconfig", "[*.{cs,vb}]\nindent_size = 4\n");

        Assert.Equal(["build: dotnet-build", "format: dotnet-format", "test: dotnet-test"], repo.Proposed());
        Assert.All(["format", "test"], name => Assert.Equal("build", Assert.Single(repo.Graph().FindCheck(name)!.Needs).Name));
    }

    [Fact]
    public void Projects_without_a_solution_are_built_one_by_one()
    {
        using var repo = Repo.Create().With("a/A.csproj").With("b/B.fsproj").With(".config/dotnet-tools.json", "{\"tools\":{\"csharpier\":{}}}");

        Assert.Equal(
            ["a-csharpier: csharpier @ a", "a-build: dotnet-build @ a", "b-csharpier: csharpier @ b", "b-build: dotnet-build @ b"], repo.Proposed());
    }

    [Fact]
    public void A_folder_that_is_called_like_its_tool_is_not_named_twice()
    {
        using var repo = Repo.Create().With("go/go.mod").With("tool/go.mod");

        Assert.Equal(["go-test: go-test @ go", "tool-go-test: go-test @ tool"], repo.Proposed());
    }

    [Fact]
    public void Go_rust_shell_and_c_are_found()
    {
        using var repo = Repo.Create()
            .With("go.mod").With("tool/go.mod").With("rs/Cargo.toml").With("rs/member/Cargo.toml")
            .With("run.sh").With(".shellcheckrc").With("a.c").With(".clang-format");

        Assert.Equal(
            ["go-test: go-test", "tool-go-test: go-test @ tool", "rs-cargo-test: cargo-test @ rs", "shellcheck: shellcheck", "clang-format: clang-format"],
            repo.Proposed());
    }
}
