using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Adapters;

/// <summary>npm-test with the package managers themselves, of exact versions from npm: the tests of packages that a change reaches run, no others, and a failure is one.</summary>
public sealed class Package_managers
{
    [Theory]
    [InlineData("npm", "package-lock.json", "{\"lockfileVersion\":3}")]
    [InlineData("pnpm", "pnpm-lock.yaml", "lockfileVersion: '9.0'\n")]
    [InlineData("yarn", "yarn.lock", "")]
    [InlineData("bun", "bun.lock", "{\"lockfileVersion\":1,\"workspaces\":{}}")]
    public void Runs_the_packages_that_a_change_reaches(string manager, string lockFile, string content)
    {
        using var repository = Workspace(manager, lockFile, content);

        var passed = repository.Firsttry("run", "--all-files");
        repository.Write("packages/b/test.js", "console.log('tests of b'); process.exit(1)\n");
        var narrowed = repository.Firsttry("run");
        var full = repository.Firsttry("run", "--all-files");
        repository.Write("packages/b/test.js", "console.log('tests of b')\n");
        repository.Write("packages/a/index.js", "module.exports = 2\n");
        var both = repository.Firsttry("run");

        Assert.True(passed.ExitCode == 0, passed.ToString());
        Assert.True(narrowed.ExitCode == 1, narrowed.ToString());
        Assert.Contains("tests of b", narrowed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("tests of a", narrowed.ToString(), StringComparison.Ordinal);
        Assert.True(full.ExitCode == 1, full.ToString());
        Assert.Contains("tests of a", full.ToString(), StringComparison.Ordinal);

        // b depends on a, whose source broke its own test.
        Assert.True(both.ExitCode == 1, both.ToString());
        Assert.Contains("tests of a", both.ToString(), StringComparison.Ordinal);
        Assert.Contains("tests of b", both.ToString(), StringComparison.Ordinal);
    }

    private static TemporaryRepository Workspace(string manager, string lockFile, string content)
    {
        var repository = TemporaryRepository.Create(test: "workspace-of-" + manager);
        PutOnPath(repository, manager);
        repository.Write("firsttry.yml", "version: 1\nchecks:\n  web: { uses: npm-test }\nhooks: { pre-commit: { checks: [web] } }\n");
        repository.Write(".gitignore", "node_modules\n");
        repository.Write("package.json", """{ "private": true, "workspaces": ["packages/*"] }""");
        repository.Write(lockFile, content);
        if (manager == "pnpm")
        {
            repository.Write("pnpm-workspace.yaml", "packages: ['packages/*']\nverifyDepsBeforeRun: false\n");
        }

        repository.Write("packages/a/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "test": "node test.js" } }""");
        repository.Write("packages/a/index.js", "module.exports = 1\n");
        repository.Write("packages/a/test.js", "console.log('tests of a'); process.exit(require('./index.js') === 1 ? 0 : 1)\n");
        repository.Write("packages/b/package.json", """{ "name": "b", "version": "1.0.0", "dependencies": { "a": "1.0.0" }, "scripts": { "test": "node test.js" } }""");
        repository.Write("packages/b/test.js", "console.log('tests of b')\n");
        repository.CommitAll();
        return repository;
    }

    private static void PutOnPath(TemporaryRepository repository, string manager)
    {
        var modules = Path.Combine(AdapterPage.Tools("node-tools"), "node_modules");
        var folder = Path.Combine(repository.Outside, "managers");
        Directory.CreateDirectory(folder);

        // The program of bun lies in a package for each kind of machine; the others are scripts.
        var program = manager == "bun"
            ? Directory.EnumerateDirectories(Path.Combine(modules, "@oven")).Select(package => Path.Combine(package, "bin/bun")).First(File.Exists)
            : Path.Combine(modules, ".bin", manager);
        if (manager != "npm")
        {
            File.CreateSymbolicLink(Path.Combine(folder, manager), program);
        }

        repository.Environment["PATH"] = folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        repository.Environment["HOME"] = repository.Outside;
    }
}
