using System;
using System.Runtime.CompilerServices;

namespace FirstTry.Engine.Tests.Adapters;

public sealed class Narrowing_to_tests
{
    private const string All = "pytest --ff --nf";
    private const string Nothing = "skipped: no test is reached by what changed";

    [Fact]
    public void Tests_that_reach_what_changed_run_and_the_others_are_left_out()
    {
        using var folder = Shop();

        Assert.Equal(Without("tests/test_names.py", "tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
        Assert.Equal(Without("tests/test_names.py", "tests/test_prices.py"), Work(folder, "src/shop/stock.py"));
        Assert.Equal(Without("tests/test_names.py", "tests/test_prices.py"), Work(folder, "tests/test_stock.py"));
        Assert.Equal(Without("tests/test_names.py"), Work(folder, "src/shop/money.py"));
    }

    [Fact]
    public void A_module_that_is_gone_reaches_those_who_still_import_it()
    {
        using var folder = Shop().With("tests/test_names.py", "import shop.gone\n");

        Assert.Equal(Without("tests/test_prices.py", "tests/test_stock.py"), Work(folder, "src/shop/gone.py"));
        Assert.Equal(All, Work(folder, "src/shop/other/__init__.py"));
    }

    [Theory]
    [InlineData("import shop.prices")]
    [InlineData("import os, shop . prices as p")]
    [InlineData("import os, \\\n  shop.prices")]
    [InlineData("from shop.prices import total")]
    [InlineData("from shop import (stock, # ) not the end\n  prices)")]
    [InlineData("from shop import stock, \\\r\n  prices")]
    [InlineData("def f():\n  from shop import prices")]
    [InlineData("if x: import shop.prices")]
    [InlineData("mock.patch('shop.prices.total')")]
    [InlineData("shop.prices.total")]
    [InlineData("open('src/shop/prices.py')")]
    [InlineData("open('src/../src/shop/./prices.py')")]
    [InlineData("open(f'{shop}/prices.py')")]
    [InlineData("open(os.path.join(shop, 'prices.py'))")]
    [InlineData("mock.patch('prices.total')")]
    [InlineData("mock.patch.multiple('prices', total=1)")]
    [InlineData("run('python -m prices.deep')")]
    [InlineData("import shop\nassert shop.prices.total")]
    [InlineData("from ..src.shop import prices")]
    [InlineData("from.helper import x")]
    [InlineData("from . import helper")]
    [InlineData("from .helper import *")]
    [InlineData("pytest_plugins = ['helper']")]
    public void Imports_of_every_form_are_followed(string code)
    {
        using var folder = Shop().With("tests/helper.py", "import shop.prices\n").With("tests/test_names.py", code + "\n");

        Assert.Equal(Without("tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Fact]
    public void Fixtures_and_packages_on_the_way_count()
    {
        using var folder = Shop().With("tests/deep/conftest.py", "from shop import prices\n").With("tests/deep/er/test_more.py", "def test_it(price): pass\n");
        Assert.Equal(Without("tests/test_names.py", "tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
        Assert.Equal(Without("tests/test_names.py", "tests/test_prices.py", "tests/test_stock.py"), Work(folder, "tests/deep/conftest.py"));
        Assert.Equal(Without("tests/deep/er/test_more.py", "tests/test_names.py"), Work(folder.With("tests/deep/conftest.py"), "src/shop/__init__.py"));
    }

    [Theory]
    [InlineData("importlib.import_module(name)")]
    [InlineData("subprocess.run([sys.executable, '-m', 'anything'])")]
    [InlineData("for path in Path(__file__).parent.iterdir(): pass")]
    public void A_test_that_may_load_anything_runs_with_every_change_of_code(string code)
    {
        using var folder = Shop().With("tests/test_names.py", code + "\n");

        Assert.Equal(Without("tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Theory]
    [InlineData("import subprocess\nsubprocess.run([loader], check=False)", "")]
    [InlineData("from importlib.machinery import EXTENSION_SUFFIXES", "")]
    [InlineData("__import__(\"_elsewhere\")", "")]
    [InlineData("from importlib import import_module\nimport_module('json', None)", "")]
    public void A_source_that_starts_or_loads_what_it_names_reaches_nothing_else(string code, string names)
    {
        using var folder = Shop().With("src/shop/other.py", code + "\n").With("tests/test_names.py", "import shop.other\n" + names);

        Assert.Equal(Without("tests/test_names.py", "tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Theory]
    [InlineData("import subprocess\nsubprocess.run([sys.executable, '-m', 'shop'])", "src/shop/__main__.py", "from .prices import total\n")]
    [InlineData("import subprocess\nsubprocess.run(['python', '-m', 'prices'])", "a.txt", "")]
    [InlineData("import subprocess\nsubprocess.run('python -m prices'.split())", "a.txt", "")]
    [InlineData("import subprocess\nsubprocess.run(['shop'])", "pyproject.toml", "[project.scripts]\nshop = 'shop.prices:total'\n")]
    [InlineData("import subprocess\nsubprocess.run(['bash', 'run'])", "run", "python src/shop/prices.py\n")]
    [InlineData("__import__('prices')", "a.txt", "")]
    [InlineData("__import__(name)", "a.txt", "")]
    [InlineData("__import__('shop.' + name)", "a.txt", "")]
    [InlineData("import importlib\nload = importlib.import_module", "a.txt", "")]
    [InlineData("import_module('.prices', 'shop')", "a.txt", "")]
    [InlineData("import_module(f'shop.{name}')", "a.txt", "")]
    public void A_source_that_starts_or_loads_this_project_reaches_it(string code, string path, string content)
    {
        using var folder = Shop().With("src/shop/other.py", code + "\n").With("tests/test_names.py", "import shop.other\n").With(path, content);

        Assert.Equal(Without("tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Theory]
    [InlineData("assert parse('.') == ['.', '..']", "", false)]
    [InlineData("assert '.'.join(words) == text.split('.')", "import os\n", false)]
    [InlineData("assert parse('.') == ['.', '..']", "import os\n", true)]
    [InlineData("import os\nassert os.listdir('.')", "", true)]
    [InlineData("look('.')", "from .deep import look\n", true)]
    [InlineData("from mypy import api\napi.run(['.'])", "", true)]
    [InlineData("import json, pylint.lint\npylint.lint.Run(['.'])", "", true)]
    [InlineData("try: import pylint.lint\nfinally: pylint.lint.Run(['.'])", "", true)]
    [InlineData("import json, \\\n  pylint\npylint.run(['.'])", "", true)]
    [InlineData("import pytest\npytest.main(['.'])", "", true)]
    [InlineData("from pytest import main\nmain()", "", true)]
    [InlineData("import unittest\nunittest.defaultTestLoader.discover('.')", "", true)]
    [InlineData("import json, re as r\nassert r.findall('.', json.dumps(1))", "", false)]
    public void A_dot_is_the_folder_of_the_project_only_where_files_are_looked_at(string code, string other, bool isReached)
    {
        // A package of the project that is called like a tool is not what 'import pylint' gives.
        using var folder = Shop().With("src/shop/other.py", other).With("src/shop/deep.py", "def look(place): return open(place)\n").With("src/shop/pylint/__init__.py")
            .With("tests/conftest.py", "def pytest_sessionstart(): open('log')\n").With("tests/test_names.py", "import shop.other\n" + code + "\n");

        Assert.Equal(isReached ? Without("tests/test_stock.py") : Without("tests/test_names.py", "tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Fact]
    public void A_variable_that_is_called_like_a_module_is_none()
    {
        using var folder = Shop().With("tests/test_names.py", "def test_it(prices):\n    assert prices.total == prices.sum  # as in https://example.org/elsewhere/prices.py\n");

        Assert.Equal(Without("tests/test_names.py", "tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Fact]
    public void Who_has_a_program_started_by_another_source_may_name_it()
    {
        using var folder = Shop().With("src/shop/other.py", "import subprocess\ndef run(name): subprocess.run([python, '-m', name])\n")
            .With("tests/test_names.py", "from shop.other import run\nrun('prices')\n");

        Assert.Equal(Without("tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Theory]
    [InlineData("pyproject.toml")]
    [InlineData("tests/data/prices.csv")]
    [InlineData("src/shop/fast.pyx")]
    [InlineData("requirements.txt")]
    [InlineData("setup.py")]
    [InlineData("tests/README.md")]
    [InlineData("tests/data/sample.py")]
    public void What_is_not_sure_widens_to_all_tests(string path)
    {
        using var folder = Shop().With(path);

        Assert.Equal(All, Work(folder, path));
        Assert.Equal(All, Work(folder, "src/shop/prices.py", path));
    }

    [Theory]
    [InlineData("pytest.ini", "[pytest]\npython_files = check_*.py\n")]
    [InlineData("tox.ini", "[pytest]\naddopts = --doctest-modules\n")]
    [InlineData("pyproject.toml", "[project.entry-points.pytest11]\nshop = 'shop.plugin'\n")]
    [InlineData("pytest.ini", "[pytest]\naddopts = -p shop.plugin\n")]
    [InlineData("pyproject.toml", "[tool.pytest.ini_options]\naddopts = [\n  \"-p\",\n  \"shop.plugin\",\n]\n")]
    [InlineData("pyproject.toml", "[tool]\npytest.ini_options = { addopts = \"--doctest-modules\" }\n")]
    [InlineData("setup.cfg", "[metadata]\nname = a\n[tool:pytest]\naddopts =\n  --doctest-modules\n")]
    [InlineData("conftest.py", "def pytest_collection(session): return True\n")]
    [InlineData("conftest.py", "def pytest_collect_file(parent): pass\n")]
    public void A_project_that_collects_in_its_own_way_runs_everything(string path, string content)
    {
        using var folder = Shop().With(path, content);

        Assert.Equal(All, Work(folder, "src/shop/prices.py"));
    }

    [Theory]
    [InlineData("pytest.ini", "[pytest]\naddopts = -p no:logging --strict-markers\n")]
    [InlineData("pyproject.toml", "[tool.pytest.ini_options]\naddopts = [\n  \"-p\",\n  \"no:logging\",\n]\nreadme = 'README.md'\n")]
    [InlineData("pyproject.toml", "[tool.poe]\ndoctest = 'pytest --doctest-modules -p shop.plugin'\n")]
    [InlineData("tox.ini", "[testenv]\ncommands = pytest --doctest-modules\n[pytest]\naddopts = -q\n")]
    [InlineData("conftest.py", "def pytest_collection() -> None:\n    gc.disable()\n")]
    public void A_config_that_leaves_plugins_out_is_like_none(string path, string content)
    {
        using var folder = Shop().With(path, content);

        Assert.Equal(Without("tests/test_names.py", "tests/test_stock.py"), Work(folder, "src/shop/prices.py"));
    }

    [Fact]
    public void Changes_that_are_not_staged_and_no_wish_to_select_run_everything()
    {
        using var folder = Shop();

        Assert.Equal(All, folder.Work("pytest", ".", ["src/shop/prices.py"], hidden: ["src/shop/stock.py"], ("select", "affected")));
        Assert.Equal(All, folder.Work("pytest", ".", ["src/shop/prices.py"]));
        Assert.Equal(All, folder.Run("pytest", options: ("select", "affected")));
    }

    [Fact]
    public void Documents_reach_the_tests_that_speak_of_them()
    {
        using var folder = Shop().With("README.md").With("docs/index.rst");

        Assert.Equal(Nothing, Work(folder, "README.md", "docs/index.rst"));
        folder.With("tests/test_names.py", "open('README.md')\n").With("tests/test_stock.py", "for doc in docs.glob('*'): pass\n");
        Assert.Equal(Without("tests/test_prices.py"), Work(folder, "README.md"));
        Assert.Equal(Without("tests/test_names.py", "tests/test_prices.py"), Work(folder, "docs/index.rst"));
    }

    [Fact]
    public void Documents_reach_the_tests_for_which_others_walk_through_the_project()
    {
        using var folder = Shop().With("README.md")
            .With("helpers.py", "from pathlib import Path\nHERE = Path(__file__).parent\ntexts = [p.read_text() for p in HERE.iterdir()]\n")
            .With("tests/test_names.py", "from helpers import texts\n");

        Assert.Equal(Without("tests/test_prices.py", "tests/test_stock.py"), Work(folder, "README.md"));
    }

    private static AdapterFolder Shop([CallerMemberName] string test = "") => AdapterFolder.Create(test)
        .With("src/shop/__init__.py")
        .With("src/shop/money.py")
        .With("src/shop/prices.py", "from .money import Coin\n")
        .With("src/shop/stock.py", "from shop import money\n")
        .With("tests/test_prices.py", "from shop.prices import total\n")
        .With("tests/test_stock.py", "import shop.stock\n")
        .With("tests/test_names.py", "def test_name(): pass\n");

    private static string Work(AdapterFolder folder, params string[] changed) =>
        folder.Work("pytest", ".", changed, options: ("select", "affected"));

    private static string Without(params string[] tests) => All + string.Concat(Array.ConvertAll(tests, test => " --ignore=" + test));
}
