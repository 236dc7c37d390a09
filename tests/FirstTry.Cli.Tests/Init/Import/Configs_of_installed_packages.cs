using System;
using System.IO;
using System.Linq;
using FirstTry.Cli.Init.Import;
using FirstTry.Config;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>Packages of npm bring the <c>package.json</c> of their repository, with what Husky and lint-staged run there. These are installed for other tests, at the version that a lock file names.</summary>
public sealed class Configs_of_installed_packages
{
    [NodeToolsTheory]
    [InlineData("@humanwhocodes/module-importer", 1, 0, 0)]
    [InlineData("@humanwhocodes/retry", 1, 0, 0)]
    [InlineData("@sinonjs/commons", 2, 0, 0)]
    [InlineData("@sinonjs/fake-timers", 2, 0, 0)]
    [InlineData("cac", 9, 0, 0)]
    [InlineData("collect-v8-coverage", 1, 0, 0)]
    [InlineData("cross-spawn", 4, 0, 0)]
    [InlineData("dedent", 1, 0, 0)]
    [InlineData("eslint", 13, 0, 0)]
    [InlineData("human-signals", 1, 0, 0)]
    [InlineData("ms", 3, 0, 0)]
    public void They_are_imported_and_nothing_is_left_out_in_silence(string package, int mapped, int approximated, int leftOut)
    {
        using var repository = ForeignRepository.With("package", "package.json", File.ReadAllText(Path.Combine(NodeToolsTheoryAttribute.Packages(), package, "package.json")));

        var (config, text) = ImportRun.Of(repository.Root);

        Assert.Empty(ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems);
        Assert.Empty(Nothing_left_out_in_silence.Missing(repository.Root, config, text));
        Assert.Equal((mapped, approximated, leftOut), (Count(ImportOutcome.Mapped), Count(ImportOutcome.Approximated), Count(ImportOutcome.LeftOut)));
        int Count(ImportOutcome outcome) => config.Rows.Count(row => row.Outcome == outcome);
    }
}
