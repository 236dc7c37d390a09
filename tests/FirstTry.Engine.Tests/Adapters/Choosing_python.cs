using System.Linq;

namespace FirstTry.Engine.Tests.Adapters;

public sealed class Choosing_python
{
    [Fact]
    public void The_environment_of_the_project_comes_first()
    {
        using var folder = AdapterFolder.Create().With(".venv/bin/python").With(".venv/bin/black").With("uv.lock", "name = \"pytest\"").With("bin/uv");

        Assert.Equal(".venv/bin/python -m pytest --ff --nf tests", folder.Run("pytest", searchPath: folder.Root + "/bin", options: ("paths", "tests")));
        Assert.Equal("../../.venv/bin/black --check {files}", folder.Run("black", root: "packages/one"));
    }

    [Theory]
    [InlineData("uv.lock", "uv", "uv run pytest --ff --nf")]
    [InlineData("poetry.lock", "poetry", "poetry run pytest --ff --nf")]
    public void A_manager_runs_what_its_lock_file_has(string lockFile, string manager, string command)
    {
        using var folder = AdapterFolder.Create().With(lockFile, "[[package]]\nname = \"pytest\"\n").With("bin/" + manager).With("bin/pytest");
        var path = folder.Root + "/bin";

        Assert.Equal(command, folder.Run("pytest", searchPath: path));
        Assert.Equal("ruff check --force-exclude {files}", folder.Run("ruff", searchPath: path));
        Assert.Equal("pytest --ff --nf", folder.Run("pytest", searchPath: folder.Root));
    }

    [Fact]
    public void Without_a_program_python_itself_is_asked()
    {
        using var folder = AdapterFolder.Create().With("bin/python3").With("both/python3").With("both/pytest");

        Assert.Equal("python3 -m pytest --ff --nf", folder.Run("pytest", searchPath: folder.Root + "/bin"));
        Assert.Equal("pytest --ff --nf", folder.Run("pytest", searchPath: folder.Root + "/both"));
    }

    [Fact]
    public void What_was_activated_comes_before_what_the_machine_has()
    {
        using var folder = AdapterFolder.Create().With("env/pyvenv.cfg").With("env/bin/python").With("bin/pytest");

        Assert.Equal("python -m pytest --ff --nf", folder.Run("pytest", searchPath: $"{folder.Root}/env/bin:{folder.Root}/bin"));
    }

    [Theory]
    [InlineData(".pixi/envs/default")]
    [InlineData(".pixi/envs/test")]
    [InlineData(".tox/py312")]
    [InlineData(".tox/3.13")]
    public void An_environment_that_a_manager_made_is_used_where_it_has_the_tool(string environment)
    {
        using var folder = AdapterFolder.Create().With(environment + "/bin/python").With("bin/pytest");

        Assert.Equal("pytest --ff --nf", folder.Run("pytest", searchPath: folder.Root + "/bin"));
        folder.With(environment + "/bin/pytest");
        Assert.Equal($"{environment}/bin/python -m pytest --ff --nf", folder.Run("pytest", searchPath: folder.Root + "/bin"));
    }

    [Fact]
    public void Workers_are_used_where_xdist_is_installed_and_nothing_speaks_against_it()
    {
        using var folder = AdapterFolder.Create().With(".venv/bin/python").With(".venv/lib/python3.12/site-packages/xdist/__init__.py");

        Assert.Equal(".venv/bin/python -m pytest --ff --nf -n auto", folder.Run("pytest"));
        Assert.Equal(".venv/bin/python -m pytest --ff --nf -n0", folder.Run("pytest", options: ("args", "-n0")));
        folder.With("pytest.ini", "[pytest]\naddopts = -p no:cacheprovider -n 2\n");
        Assert.Equal(".venv/bin/python -m pytest", folder.Run("pytest"));
    }

    [Theory]
    [InlineData("mypy.ini", "[mypy]\nfiles = src\n", "mypy")]
    [InlineData("pyproject.toml", "[tool.mypy]\npackages = [\"a\"]\n", "mypy")]
    [InlineData("pyproject.toml", "[tool.mypy]\nstrict = true\n[tool.x]\nfiles = []\n", "mypy .")]
    [InlineData("setup.cfg", "[flake8]\nfiles = x\n", "mypy .")]
    public void Mypy_checks_what_its_config_names_or_everything(string file, string content, string command)
    {
        using var folder = AdapterFolder.Create().With(file, content);

        Assert.Equal(command, folder.Run("mypy"));
        Assert.Equal("mypy src", folder.Run("mypy", options: ("paths", "src")));
    }

    [Fact]
    public void Black_looks_and_mends()
    {
        using var folder = AdapterFolder.Create();

        var check = folder.Expand("black");

        Assert.Equal("black --quiet {files}", string.Join(' ', check.Fix!.Arguments));
        Assert.Equal(["pyproject.toml", ".gitignore"], check.Inputs!.Including.Select(glob => glob.Pattern));
    }
}
