using System;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Adapters;

public sealed class Choosing_node
{
    private const string WithTests = """{"scripts":{"test":"vitest run"}}""";

    [Theory]
    [InlineData("package-lock.json", "npm run test -- --ci")]
    [InlineData("yarn.lock", "yarn run test --ci")]
    [InlineData("pnpm-lock.yaml", "pnpm run test --ci")]
    [InlineData("bun.lock", "bun run test --ci")]
    [InlineData("README.md", "npm run test -- --ci")]
    public void The_lock_file_tells_the_manager(string file, string command)
    {
        using var folder = AdapterFolder.Create().With("web/package.json", WithTests).With(file);

        Assert.Equal(command, folder.Run("npm-test", root: "web", options: ("args", "--ci")));
    }

    [Fact]
    public void The_field_of_a_workspace_comes_before_lock_files_and_the_nearest_lock_file_first()
    {
        using var folder = AdapterFolder.Create().With("a/package.json", WithTests).With("a/yarn.lock").With("pnpm-lock.yaml");
        Assert.Equal("yarn run test", folder.Run("npm-test", root: "a"));

        folder.With("package.json", """{"packageManager":"pnpm@9.1.0"}""");

        Assert.Equal("pnpm run test", folder.Run("npm-test", root: "a"));
    }

    [Theory]
    [InlineData("{}", "skipped: 'web/package.json' has no script 'test'")]
    [InlineData("""{"scripts":{"test":"echo \"Error: no test specified\" && exit 1"}}""", "skipped: the script 'test' of 'web/package.json' is the one that npm puts there when there are no tests")]
    [InlineData("""{"scripts":{"test":" "}}""", "skipped: 'web/package.json' has no script 'test'")]
    public void Without_tests_there_is_nothing_to_do(string package, string reason)
    {
        using var folder = AdapterFolder.Create().With("web/package.json", package);

        Assert.Equal(reason, folder.Work("npm-test", "web", ["web/package.json"]));
    }

    [Theory]
    [InlineData("not json", "cannot be read")]
    [InlineData(null, "there is no 'web/package.json'")]
    public void Without_a_package_nothing_passes(string? package, string message)
    {
        using var folder = AdapterFolder.Create();
        _ = package is null ? folder : folder.With("web/package.json", package);

        var exception = Assert.Throws<UsageException>(() => folder.Run("npm-test", root: "web"));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Check 'it'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_any_name_can_be_run()
    {
        using var folder = AdapterFolder.Create().With("package.json", """{"scripts":{"lint:all":"x"}}""");

        Assert.Equal("npm run lint:all", folder.Run("npm-script", options: ("script", "lint:all")));
        Assert.Throws<UsageException>(() => folder.Run("npm-script"));
    }

    [Fact]
    public void Tools_of_the_package_come_before_those_of_the_machine()
    {
        using var folder = AdapterFolder.Create().With("node_modules/.bin/eslint").With("pnp/.pnp.cjs").With("pnp/package.json");

        Assert.Equal("../node_modules/.bin/eslint {files}", folder.Run("eslint", root: "web"));
        Assert.Equal("yarn run prettier --check --ignore-unknown {files}", folder.Run("prettier", root: "pnp"));
        Assert.Equal("prettier --check --ignore-unknown {files}", folder.Run("prettier", root: "web"));
        Assert.Equal("tsc --noEmit --project web/tsconfig.json", folder.Run("tsc", options: ("paths", "web/tsconfig.json")));
    }
}
