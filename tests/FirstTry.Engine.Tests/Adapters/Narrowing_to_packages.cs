using System;
using System.Linq;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Adapters;

public sealed class Narrowing_to_packages
{
    private const string Nothing = "skipped: no JavaScript-side file changed";

    // core <- app; util by itself; bare has no tests.
    private static AdapterFolder Workspace(string test, string root = """{"workspaces":["packages/*"]}""") => AdapterFolder.Create(test)
        .With("package.json", root)
        .With("packages/core/package.json", """{"name":"@x/core","scripts":{"test":"node t"}}""")
        .With("packages/core/index.js")
        .With("packages/app/package.json", """{"name":"app","dependencies":{"@x/core":"*"},"scripts":{"test":"node t"}}""")
        .With("packages/app/test/a.js")
        .With("packages/util/package.json", """{"name":"util","scripts":{"test":"node t"}}""")
        .With("packages/util/index.js")
        .With("packages/bare/package.json", """{"name":"bare","scripts":{"test":"echo \"Error: no test specified\" && exit 1"}}""")
        .With("packages/bare/index.js");

    [Theory]
    [InlineData("packages/util/index.js", "npm run test --workspace=packages/util")]
    [InlineData("packages/core/index.js", "npm run test --workspace=packages/app --workspace=packages/core")]
    [InlineData("packages/app/test/a.js", "npm run test --workspace=packages/app")]
    [InlineData("packages/app/gone.js", "npm run test --workspace=packages/app")]
    [InlineData("packages/bare/index.js", "skipped: no package that changed, or depends on one that did, has a script 'test'")]
    [InlineData("README.md", Nothing)]
    [InlineData("docs/guide.md", Nothing)]
    [InlineData("packages/core/README.md", Nothing)]
    [InlineData("server/app.py", Nothing)]
    [InlineData(".github/workflows/ci.yml", Nothing)]
    [InlineData("package.json", "npm run test --workspace=packages/app --workspace=packages/core --workspace=packages/util")]
    [InlineData("tsconfig.base.json", "npm run test --workspace=packages/app --workspace=packages/core --workspace=packages/util")]
    [InlineData("packages/gone/index.js", "npm run test --workspace=packages/app --workspace=packages/core --workspace=packages/util")]
    public void Only_what_changed_and_what_depends_on_it_runs(string changed, string work)
    {
        using var folder = Workspace("affected");

        Assert.Equal(work, folder.Work("npm-test", ".", [changed]));
    }

    [Theory]
    [InlineData("packages/core/index.js", "2 of 3 packages")]
    [InlineData("package.json", null)]
    public void The_plan_says_how_many_run(string changed, string? scope)
    {
        using var folder = Workspace("scope");

        Assert.Equal(scope, folder.Expanded("npm-test", ".", [changed]).Scope);
    }

    [Theory]
    [InlineData("packages/util/test.js", "import x from '@x/core'")]
    [InlineData("packages/util/test.js", "require('../core/index')")]
    [InlineData("packages/util/test/deep/a.ts", "import x from \"../../../core/index.js\"")]
    [InlineData("packages/util/test.js", "join(__dirname, '..', 'core')")]
    [InlineData("packages/util/test/a.js", "readFileSync('../core/index.js')")]
    [InlineData("packages/util/test/a.js", "load(`../../../packages/${name}/index.js`)")]
    [InlineData("packages/util/tsconfig.json", """{"references":[{"path":"../core"}]}""")]
    [InlineData("packages/util/jest.config.js", "module.exports = { moduleNameMapper: { '^@x/core$': '<rootDir>/../core' } }")]
    [InlineData("packages/util/test.js", "execSync('git rev-parse --show-toplevel')")]
    public void What_a_package_reads_without_declaring_it_counts(string file, string content)
    {
        using var folder = Workspace("reach").With(file, content);

        Assert.Contains("--workspace=packages/util", folder.Work("npm-test", ".", ["packages/core/index.js"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_names_only_itself_and_its_own_folder_is_left_out()
    {
        using var folder = Workspace("own")
            .With("packages/util/test/a.js", "import '../index.js'; // of util, nothing like @x/core-extra or score")
            .With("packages/util/README.md", "see @x/core");

        Assert.DoesNotContain("packages/util", folder.Work("npm-test", ".", ["packages/core/index.js"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_count_where_the_code_speaks_of_them()
    {
        using var folder = Workspace("documents")
            .With("packages/util/test.js", "readFileSync('README.md')")
            .With("packages/app/test/fixtures/post.md");

        Assert.Equal("npm run test --workspace=packages/util", folder.Work("npm-test", ".", ["packages/util/README.md"]));
        Assert.Equal("npm run test --workspace=packages/app", folder.Work("npm-test", ".", ["packages/app/test/fixtures/post.md"]));
        Assert.Equal(Nothing, folder.Work("npm-test", ".", ["packages/core/README.md"]));
    }

    [Theory]
    [InlineData("packages/util/README.md", "for (const file of readdirSync(__dirname)) check(file)")]
    [InlineData("packages/util/tool.py", "for await (const file of await opendir('.')) check(file)")]
    [InlineData("packages/util/LICENSE", "glob('*', check)")]
    public void What_code_finds_in_a_folder_counts_without_a_word_of_it(string changed, string test)
    {
        using var folder = Workspace("listed").With("packages/util/test.js", test);

        Assert.Equal("npm run test --workspace=packages/util", folder.Work("npm-test", ".", [changed]));
    }

    [Theory]
    [InlineData("require('@x/' + name)", true)]
    [InlineData("import(`@x/${name}`)", true)]
    [InlineData("require('@x/other')", false)]
    public void A_name_that_is_put_together_is_any_of_its_scope(string test, bool isReached)
    {
        using var folder = Workspace("scope_of_name").With("packages/util/test.js", test);

        Assert.Equal(isReached, folder.Work("npm-test", ".", ["packages/core/index.js"]).Contains("--workspace=packages/util", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pnpm-lock.yaml", "pnpm --filter=./packages/app --filter=./packages/core --no-bail run test")]
    [InlineData("bun.lock", "bun run --filter=./packages/app --filter=./packages/core test")]
    [InlineData("yarn.lock", "sh -c script=$1; shift; code=0; for folder do yarn --cwd \"$folder\" run \"$script\" || code=1; done; exit $code sh test packages/app packages/core")]
    public void Every_manager_is_told_in_its_own_way(string lockFile, string work)
    {
        using var folder = Workspace("managers").With(lockFile);

        Assert.Equal(work, folder.Work("npm-test", ".", ["packages/core/index.js"]));
    }

    [Theory]
    [InlineData("npm test --workspaces", true)]
    [InlineData("npm run test --workspaces --if-present", true)]
    [InlineData("pnpm -r test", true)]
    [InlineData("yarn workspaces run test", true)]
    [InlineData("npm run build && npm test --workspaces", false)]
    [InlineData("npm test --workspaces --include-workspace-root", false)]
    [InlineData("npm run other --workspaces", false)]
    [InlineData("vitest run", false)]
    [InlineData("NODE_ENV=test npm test --workspaces", false)]
    public void A_script_of_the_root_is_narrowed_only_when_it_does_nothing_but_go_through_the_packages(string script, bool isNarrowed)
    {
        using var folder = Workspace("root", $$"""{"workspaces":["packages/*"],"scripts":{"test":"{{script}}"} }""");

        Assert.Equal(isNarrowed ? "npm run test --workspace=packages/util" : "npm run test", folder.Work("npm-test", ".", ["packages/util/index.js"]));
        Assert.Equal(Nothing, folder.Work("npm-test", ".", ["README.md"]));
        Assert.Equal("npm run test", folder.Work("npm-test", ".", ["package.json"]));
    }

    [Fact]
    public void What_runs_before_the_script_of_the_root_keeps_it_whole()
    {
        using var folder = Workspace("pre", """{"workspaces":["packages/*"],"scripts":{"pretest":"node build","test":"npm test --workspaces"}}""");

        Assert.Equal("npm run test", folder.Work("npm-test", ".", ["packages/util/index.js"]));
    }

    [Fact]
    public void A_selection_that_is_not_sure_widens_to_everything()
    {
        const string Full = "npm run test --workspace=packages/app --workspace=packages/core --workspace=packages/util";
        using var folder = Workspace("widening");

        Assert.Equal(Full, folder.Work("npm-test", ".", ["packages/util/index.js"], hidden: ["packages/app/package.json"]));
        Assert.Equal("npm run test --workspace=packages/util", folder.Work("npm-test", ".", ["packages/util/index.js"], hidden: ["README.md"]));
        Assert.Equal(Full, folder.Work("npm-test", ".", ["packages/util/index.js"], options: ("select", "all")));
        Assert.Equal(Full, folder.Run("npm-test"));
        folder.With("packages/twin/package.json", """{"name":"util"}""");
        Assert.Equal(Full, folder.Work("npm-test", ".", ["packages/util/index.js"]));
    }

    [Fact]
    public void A_check_of_one_package_runs_when_one_that_it_depends_on_changed()
    {
        using var folder = Workspace("member");

        Assert.Equal("npm run test --workspace=packages/app (in .)", folder.Work("npm-test", "packages/app", ["packages/core/index.js"]));
        Assert.Equal("skipped: neither this package nor one that it depends on changed", folder.Work("npm-test", "packages/app", ["packages/util/index.js"]));
        Assert.Equal(Nothing, folder.Work("npm-test", "packages/app", ["README.md"]));
    }

    [Fact]
    public void A_package_alone_is_skipped_when_only_other_things_changed()
    {
        using var folder = AdapterFolder.Create().With("package.json", """{"scripts":{"test":"node t"}}""").With("index.js").With("src/page.md");

        Assert.Equal("npm run test", folder.Work("npm-test", ".", ["index.js", "README.md"]));
        Assert.Equal(Nothing, folder.Work("npm-test", ".", ["README.md", "app/models.py"]));
        Assert.Equal(Nothing, folder.Work("npm-test", ".", []));
        Assert.Equal("npm run test", folder.Work("npm-test", ".", ["src/page.md"]));
        Assert.Equal("npm run test", folder.With("t.js", "spawn('python', ['app/models.py'])").Work("npm-test", ".", ["app/models.py"]));
    }

    [Theory]
    [InlineData("packages:\n  - 'packages/*'\n  # not these\n  - \"!packages/bare\"\ncatalog:\n  react: 1\n", "app core util")]
    [InlineData("packages:\n  - packages/**\n", "app bare core util")]
    [InlineData("packages: [packages/*]\n", "")]
    public void Pnpm_names_its_packages_in_a_file_of_its_own(string yaml, string packages)
    {
        using var folder = Workspace("pnpm", "{}").With("pnpm-workspace.yaml", yaml);

        var workspace = Engine.Adapters.Node.Workspace.Of(folder.Root)!;

        Assert.Equal(packages, string.Join(' ', workspace.Packages.Select(package => package.Folder["packages/".Length..])));
        Assert.Equal(packages.Length > 0, workspace.IsWhole);
    }

    [Fact]
    public void An_unknown_selection_is_told()
    {
        using var folder = Workspace("unknown");

        var exception = Assert.Throws<UsageException>(() => folder.Run("npm-test", options: ("select", "some")));

        Assert.Equal("Check 'it': 'select' is 'some'. It is one of: affected, all.", exception.Message);
    }

    [Theory]
    [InlineData("jest --ci", "src/a.js", "jest --ci --findRelatedTests src/a.js src/reads.js")]
    [InlineData("vitest run", "src/a.js", "vitest related --run src/a.js src/reads.js")]
    [InlineData("vitest run", "src/gone.js", "npm run test")]
    [InlineData("vitest run", "src/data.json", "npm run test")]
    [InlineData("vitest run", "vitest.config.ts", "npm run test")]
    [InlineData("vitest run", "src/__mocks__/a.js", "npm run test")]
    [InlineData("vitest", "src/a.js", "npm run test")]
    [InlineData("jest --coverage", "src/a.js", "npm run test")]
    [InlineData("jest src", "src/a.js", "npm run test")]
    [InlineData("node build && jest", "src/a.js", "npm run test")]
    public void A_package_alone_runs_related_tests_when_asked_and_nothing_else_can_matter(string script, string changed, string work)
    {
        using var folder = AdapterFolder.Create("related").With("package.json", $$"""{"scripts":{"test":"{{script}}"},"devDependencies":{"jest":"1"} }""")
            .With("src/a.js").With("src/data.json").With("vitest.config.ts", "export default {}").With("src/__mocks__/a.js")
            .With("src/reads.js", "import fs from 'node:fs'").With("src/plain.js", "import a from './a.js'");

        Assert.Equal(work, folder.Work("npm-test", ".", [changed], options: ("select", "affected")));
        Assert.Equal("npm run test", folder.Work("npm-test", ".", [changed]));
    }

    [Theory]
    [InlineData("await import('./' + name)", true)]
    [InlineData("require(\"./\"\n  + name)", true)]
    [InlineData("import(name)", true)]
    [InlineData("import('./a.js')", false)]
    [InlineData("import('./a.json', { with: { type: 'json' } })", false)]
    [InlineData("require( './a.js' )", true)]
    public void A_module_whose_name_is_put_together_may_be_any(string code, bool isTold)
    {
        using var folder = AdapterFolder.Create("put_together").With("package.json", """{"scripts":{"test":"jest"}}""").With("src/a.js").With("src/other.js", code);

        Assert.Equal(isTold, folder.Work("npm-test", ".", ["src/a.js"], options: ("select", "affected")).EndsWith("src/a.js src/other.js", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vitest.config.ts", "export default { test: { setupFiles: ['test/prepare.ts'] } }")]
    [InlineData("vitest.config.ts", "import x from './helper'")]
    [InlineData("vitest.config.ts", "export default { test: { coverage: { thresholds: { lines: 90 } } } }")]
    [InlineData("package.json", """{"scripts":{"test":"vitest run"},"jest":{"moduleNameMapper":{} } }""")]
    [InlineData("package.json", """{"scripts":{"pretest":"node build","test":"vitest run"} }""")]
    public void A_config_that_says_more_keeps_the_script_whole(string file, string content)
    {
        using var folder = AdapterFolder.Create("whole").With("package.json", """{"scripts":{"test":"vitest run"}}""").With("src/a.js").With(file, content);

        Assert.Equal("npm run test", folder.Work("npm-test", ".", ["src/a.js"], options: ("select", "affected")));
    }
}
