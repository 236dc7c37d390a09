using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Adapters;

/// <summary>npm-test with Jest and Vitest themselves: what failed last runs first, nothing is left out for it; related tests are those that a change reaches.</summary>
public sealed class Runners_of_node
{
    [Theory]
    [InlineData("vitest", "vitest run --no-file-parallelism")]
    [InlineData("jest", "jest --runInBand")]
    public void What_failed_last_runs_first_and_all_the_rest_after_it(string runner, string script)
    {
        using var repository = Package(runner, script, "all");

        // Without anything remembered, both begin with the largest file: the failure comes last.
        WriteTest(repository, runner, "large", "1", comment: new string('x', 4000));
        WriteTest(repository, runner, "middle", "1", comment: new string('x', 2000));
        WriteTest(repository, runner, "small", "2", comment: "");

        var first = repository.Firsttry("run", "--all-files");
        var second = repository.Firsttry("run", "--all-files");
        WriteTest(repository, runner, "small", "1", comment: "");
        var mended = repository.Firsttry("run", "--all-files");

        Assert.True(first.ExitCode == 1, first.ToString());
        Assert.True(PlaceOf(first, "large") < PlaceOf(first, "small"), first.ToString());
        Assert.True(second.ExitCode == 1, second.ToString());
        Assert.True(PlaceOf(second, "small") < PlaceOf(second, "large"), second.ToString());
        Assert.True(PlaceOf(second, "small") < PlaceOf(second, "middle"), second.ToString());
        Assert.True(mended.ExitCode == 0, mended.ToString());
    }

    [Theory]
    [InlineData("vitest", "vitest run")]
    [InlineData("jest", "jest")]
    public void Related_tests_are_those_that_a_change_reaches(string runner, string script)
    {
        using var repository = Package(runner, script, "affected");
        var import = runner == "jest" ? "const { one } = require('./{0}.js');" : "import { one } from './{0}.js';";
        foreach (var module in (string[])["money", "stock"])
        {
            WriteModule(repository, runner, module, "1");
            WriteTest(repository, runner, module, "one", import.Replace("{0}", module, StringComparison.Ordinal));
        }

        repository.CommitAll();
        WriteModule(repository, runner, "money", "2");
        var narrowed = repository.Firsttry("run");
        WriteModule(repository, runner, "stock", "2");
        var both = repository.Firsttry("run");

        Assert.True(narrowed.ExitCode == 1, narrowed.ToString());
        Assert.True(PlaceOf(narrowed, "money") >= 0, narrowed.ToString());
        Assert.DoesNotContain("stock.test.js", narrowed.ToString(), StringComparison.Ordinal);
        Assert.True(both.ExitCode == 1, both.ToString());
        Assert.True(PlaceOf(both, "money") >= 0 && PlaceOf(both, "stock") >= 0, both.ToString());
    }

    private static TemporaryRepository Package(string runner, string script, string select)
    {
        var repository = TemporaryRepository.Create(test: $"{runner}-{select}");
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n  unit: {{ uses: npm-test, with: {{ select: {select} }} }}\nhooks: {{ pre-commit: {{ checks: [unit] }} }}\n");
        repository.Write(".gitignore", "node_modules\n");
        var kind = runner == "jest" ? "commonjs" : "module";
        repository.Write("package.json", $$"""{ "private": true, "type": "{{kind}}", "scripts": { "test": "{{script}}" } }""");

        // A folder of its own, as both write into it; Jest keeps its times in the folder for temporary files.
        var modules = Path.Combine(AdapterPage.Tools("node-tools"), "node_modules");
        Directory.CreateDirectory(repository.PathOf("node_modules"));
        foreach (var package in Directory.EnumerateFileSystemEntries(modules))
        {
            Directory.CreateSymbolicLink(repository.PathOf("node_modules/" + Path.GetFileName(package)), package);
        }

        repository.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(repository.Outside, "tmp")).FullName;
        repository.Environment["HOME"] = repository.Outside;
        return repository;
    }

    private static void WriteModule(TemporaryRepository repository, string runner, string name, string value) =>
        repository.Write(name + ".js", runner == "jest" ? $"module.exports = {{ one: {value} }};\n" : $"export const one = {value};\n");

    private static void WriteTest(TemporaryRepository repository, string runner, string name, string value, string import = "", string comment = "")
    {
        var words = runner == "jest" ? "" : "import { expect, test } from 'vitest';\n";
        repository.Write(name + ".test.js", $"{words}{import}\n// {comment}\ntest('{name}', () => {{ expect({value}).toBe(1); }});\n");
    }

    private static int PlaceOf(CommandResult result, string name)
    {
        var place = result.ToString().IndexOf(name + ".test.js", StringComparison.Ordinal);
        Assert.True(place >= 0, $"{name} was left out: {result}");
        return place;
    }
}
