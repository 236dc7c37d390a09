using System;
using FirstTry.Engine.Adapters;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Adapters;

/// <summary>A check in a folder depends on what its files lead to beside that folder: data that the tests of several languages share.</summary>
public sealed class Looking_beside_the_root
{
    private const string Package = """{"scripts":{"test":"node t","lint":"node l"}}""";

    private static string[] Outer(AdapterFolder folder, string adapter, string root, params (string Name, string Value)[] options) =>
        [.. folder.Expanded(adapter, root, [root + "/src/changed.js"], hidden: null, options).Check.OuterInputs];

    [Theory]
    [InlineData("test/a.js", "readFileSync('../testdata/a.json')", "testdata/a.json")]
    [InlineData("test/a.ts", "export const data = process.env.DATA || '../testdata'", "testdata")]
    [InlineData("test/a.js", "readFileSync('../../testdata/' + name)", "testdata")]
    [InlineData("test/a.js", "join(__dirname, '..', '..', 'testdata')", "")]
    [InlineData("test/a.js", "const root = dirname(dirname(__dirname))", "")]
    [InlineData("test/a.js", "const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))", "")]
    [InlineData("test/a.js", "execSync('git rev-parse --show-toplevel')", "")]
    [InlineData("tsconfig.json", """{"extends":"../tsconfig.base.json"}""", "tsconfig.base.json")]
    public void What_a_package_reads_beside_its_folder_counts(string file, string content, string place)
    {
        using var folder = AdapterFolder.Create("package" + content.GetHashCode(StringComparison.Ordinal)).With("web/package.json", Package).With("web/" + file, content)
            .With("testdata/a.json");

        Assert.Equal([place], Outer(folder, "npm-test", "web"));
        Assert.Equal([place], Outer(folder, "npm-script", "web", ("script", "lint")));
        Assert.Equal([place], Outer(folder, "tsc", "web"));
    }

    [Theory]
    [InlineData("import '../index.js'; console.log('...', [...list], `${a}..${b}`)")]
    [InlineData("const here = dirname(fileURLToPath(import.meta.url)); const root = dirname(__dirname)")]
    [InlineData("mkdirSync(dirname(target))")]
    public void What_stays_in_its_folder_adds_nothing(string content)
    {
        using var folder = AdapterFolder.Create("inside" + content.GetHashCode(StringComparison.Ordinal)).With("web/package.json", Package).With("web/test/a.js", content);

        Assert.Empty(Outer(folder, "npm-test", "web"));
        Assert.Empty(folder.With("package.json", Package).Expand("npm-test").OuterInputs);
    }

    [Theory]
    [InlineData("node_modules/a/index.js")]
    [InlineData(".yarn/releases/yarn.cjs")]
    [InlineData(".next/server/app.js")]
    public void What_is_not_of_the_package_itself_is_not_read(string file)
    {
        using var folder = AdapterFolder.Create("not_own" + file.Length).With("web/package.json", Package).With("web/" + file, "readFileSync('../testdata/a'); findUp('x')").With("testdata/a");

        Assert.Empty(Outer(folder, "npm-test", "web"));
    }

    [Fact]
    public void A_lock_file_names_no_climbers_of_the_package_itself()
    {
        using var folder = AdapterFolder.Create().With("web/package.json", Package).With("web/package-lock.json", """{"packages":{"node_modules/find-up":{"version":"5.0.0"}}}""");

        Assert.Empty(Outer(folder, "npm-test", "web"));
        Assert.Equal(["lib"], Outer(folder.With("web/package-lock.json", """{"packages":{"../lib":{},"node_modules/lib":{"resolved":"../lib","link":true}}}"""), "npm-test", "web"));
    }

    [Fact]
    public void A_change_of_shared_data_is_no_foreign_file_to_a_package_that_reads_it()
    {
        using var folder = AdapterFolder.Create().With("web/package.json", Package).With("web/a.js", "readFileSync('../testdata/cases.md')").With("testdata/cases.md").With("README.md");

        Assert.Equal("npm run test", folder.Work("npm-test", "web", ["testdata/cases.md"]));
        Assert.Equal("npm run test", folder.Work("npm-test", "web", ["README.md"], hidden: ["testdata/cases.md"]));
        Assert.Equal("skipped: no JavaScript-side file changed", folder.Work("npm-test", "web", ["README.md"]));
    }

    [Fact]
    public void A_workspace_in_a_folder_looks_beside_that_folder_too()
    {
        using var folder = AdapterFolder.Create().With("web/package.json", """{"workspaces":["packages/*"]}""").With("testdata/a.json")
            .With("web/packages/one/package.json", Package).With("web/packages/one/a.js", "read('../../../testdata/a.json')")
            .With("web/packages/two/package.json", Package);

        Assert.Equal(["testdata/a.json"], Outer(folder, "npm-test", "web"));
        Assert.Equal(["testdata/a.json"], Outer(folder, "npm-test", "web/packages/two"));
        Assert.Equal("npm run test --workspace=packages/one --workspace=packages/two", folder.Work("npm-test", "web", ["testdata/a.json", "web/packages/two/b.js"]));
        Assert.Equal("npm run test --workspace=packages/two", folder.Work("npm-test", "web", ["web/packages/two/b.js"]));
    }

    [Theory]
    [InlineData("tests/unit/test_a.py", "DATA = Path(__file__).parent / '../../../testdata'", "testdata")]
    [InlineData("tests/test_a.py", "ROOT = Path(__file__).resolve().parent.parent.parent", "")]
    [InlineData("tests/test_a.py", "ROOT = Path(__file__).parents[2]", "")]
    [InlineData("tests/test_a.py", "ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))", "")]
    [InlineData("tests/test_a.py", "from pathlib import Path\nDATA = settings.BASE.parent / 'testdata'", "")]
    [InlineData("tests/test_a.py", "ROOT = next(p for p in Path(__file__).parents if (p / '.git').exists())", "")]
    [InlineData("tests/test_a.py", "def test(request): request.config.rootpath", "")]
    [InlineData("pytest.ini", "[pytest]\npythonpath = ..\n", "")]
    [InlineData("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = [\"src\", \"..\"]\n", "")]
    public void What_Python_sources_climb_to_counts(string file, string content, string place)
    {
        using var folder = AdapterFolder.Create("climbing" + content.GetHashCode(StringComparison.Ordinal)).With("api/" + file, content);

        Assert.Equal([place], Outer(folder, "pytest", "api"));
        Assert.Equal([place], Outer(folder, "mypy", "api"));
    }

    [Theory]
    [InlineData("tests/test_a.py", "ROOT = Path(__file__).parent.parent\nout.mkdir(parents=True)")]
    [InlineData("tests/test_a.py", "from ..shop import prices\nx = ...\nHERE = os.path.dirname(__file__)")]
    [InlineData("shop/tree.py", "return self.parent")]
    [InlineData(".venv/lib/python3.11/site-packages/a.py", "Path(x).parent.parent")]
    [InlineData("pyproject.toml", "[project]\nname = \"a\"\n")]
    public void Python_sources_that_stay_below_the_root_add_nothing(string file, string content)
    {
        using var folder = AdapterFolder.Create("staying" + content.GetHashCode(StringComparison.Ordinal)).With("api/.venv/pyvenv.cfg").With("api/" + file, content);

        Assert.Empty(Outer(folder, "pytest", "api"));
    }

    [Theory]
    [InlineData("a.pth", "ROOT/common/src\n", false)]
    [InlineData("__editable___common_finder.py", "MAPPING = {'common': 'ROOT/common/common'}", false)]
    [InlineData("a.pth", "ROOT/api/src\n", true)]
    [InlineData("a.pth", "/elsewhere\nimport x\n", true)]
    public void A_package_of_the_repository_that_is_installed_in_place_counts(string file, string content, bool isInside)
    {
        using var folder = AdapterFolder.Create("in_place" + content.GetHashCode(StringComparison.Ordinal)).With("api/.venv/pyvenv.cfg").With("api/.venv/bin/python");
        folder.With("api/.venv/lib/python3.11/site-packages/" + file, content.Replace("ROOT", folder.Root, StringComparison.Ordinal));

        Assert.Equal(isInside ? [] : [""], Outer(folder, "pytest", "api"));
    }

    [Fact]
    public void All_tests_run_when_what_lies_beside_the_root_changed()
    {
        using var folder = AdapterFolder.Create().With("api/test_a.py", "import a").With("api/a.py").With("api/test_b.py", "open('../testdata/x')").With("testdata/x");

        Assert.Contains("--ignore=test_b.py", Narrowed("api/a.py"), StringComparison.Ordinal);
        Assert.DoesNotContain("--ignore", Narrowed("api/a.py", "testdata/x"), StringComparison.Ordinal);

        string Narrowed(params string[] changed) => folder.With("api/test_b.py", changed.Length == 1 ? "" : "open('../testdata/x')").Work("pytest", "api", changed, options: ("select", "affected"));
    }

    [Theory]
    [InlineData("go-test", "go/a_test.go", "os.ReadFile(\"../testdata/x\")", "testdata/x")]
    [InlineData("go-test", "go/sub/a_test.go", "filepath.Join(\"..\", \"..\", \"testdata\")", "")]
    [InlineData("go-test", "go/a_test.go", "filepath.Dir(filepath.Dir(file))", "")]
    [InlineData("cargo-test", "go/src/a.rs", "include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/../testdata/x\"))", "testdata/x")]
    [InlineData("cargo-test", "go/src/a.rs", "Path::new(env!(\"CARGO_MANIFEST_DIR\")).parent()", "")]
    public void What_other_tests_read_beside_their_folder_counts(string adapter, string file, string content, string place)
    {
        using var folder = AdapterFolder.Create("others" + content.GetHashCode(StringComparison.Ordinal)).With("testdata/x").With(file, content);

        Assert.Equal([place], Outer(folder, adapter, "go"));
    }

    [Theory]
    [InlineData("""File.ReadAllText(Path.Combine(here, "..", "..", "testdata"))""", "", "")]
    [InlineData("", """<ItemGroup><None Include="..\..\testdata\x" CopyToOutputDirectory="Always" /></ItemGroup>""", "testdata/x")]
    public void What_projects_take_in_beside_their_folder_counts(string code, string inProject, string place)
    {
        using var folder = AdapterFolder.Create("projects" + inProject.Length).With("testdata/x").With("net/T/T.cs", code)
            .With("net/T/T.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{inProject}</Project>""").With("net/All.slnx", """<Solution><Project Path="T/T.csproj" /></Solution>""");

        Assert.Equal([place], Outer(folder, "dotnet-test", "net"));
    }

    [Fact]
    public void Projects_that_stay_below_the_root_add_nothing()
    {
        using var folder = AdapterFolder.Create().With("net/T/T.cs", "class A;").With("net/T/T.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""")
            .With("net/All.slnx", """<Solution><Project Path="T/T.csproj" /></Solution>""");

        Assert.Empty(Outer(folder, "dotnet-test", "net"));
    }

    [Theory]
    [InlineData("paths", "../tests")]
    [InlineData("args", "--rootdir=..")]
    public void An_option_that_leads_above_counts(string option, string value)
    {
        using var folder = AdapterFolder.Create();

        Assert.Equal([""], Outer(folder, "pytest", "api", (option, value)));
    }

    [Fact]
    public void Inputs_that_a_check_names_itself_are_its_own_affair()
    {
        using var folder = AdapterFolder.Create().With("web/package.json", Package).With("web/a.js", "readFileSync('../testdata/a')");
        Assert.True(Glob.TryParse("src/**", out var input, out _));
        var check = new Check("it") { Uses = new Adapter("npm-test", []), Root = "web", Inputs = new GlobSet([input], []) };

        Assert.Empty(AdapterRecipes.Expand(check, folder.Root).OuterInputs);
    }
}
