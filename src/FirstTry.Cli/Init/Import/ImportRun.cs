using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Husky;
using FirstTry.Cli.Init.Import.Lefthook;
using FirstTry.Cli.Init.Import.PreCommit;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Config;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>Reads all configs of other tools in a repository and adds them up.</summary>
internal static class ImportRun
{
    /// <summary>What is imported, and the text of the config.</summary>
    /// <exception cref="UsageException">There is nothing to import, or a source cannot be read.</exception>
    public static (ImportedConfig Config, string Text) Of(string root)
    {
        var files = new SourceFiles(root);
        var config = new ImportedConfig { Scripts = PackageScripts.Of(files) };
        var sources = new List<string>();
        Add(sources, PreCommitImport.Run(files, config));
        Add(sources, LefthookImport.Run(files, config));
        sources.AddRange(HuskyImport.Run(files, config));
        if (sources.Count == 0)
        {
            throw new UsageException(
                "There is nothing to import: no .pre-commit-config.yaml, lefthook.yml, .husky/, lint-staged in package.json or .lintstagedrc, and no task-runner.json. "
                + "'firsttry init' looks at the repository instead.");
        }

        if (config.Checks.Count == 0)
        {
            throw new UsageException($"{string.Join(", ", sources)} has no check that could be imported. 'firsttry init' looks at the repository instead.");
        }

        return (config, Valid(ImportWriter.Render(config, sources), sources));
    }

    // A source can hold what our language has no words for, such as {files} inside a word.
    private static string Valid(string text, List<string> sources)
    {
        foreach (var problem in ConfigParser.Parse(new ConfigSource("firsttry.yml", text)).Problems)
        {
            if (problem.Severity == Severity.Error)
            {
                throw new UsageException($"{string.Join(", ", sources)} cannot be imported whole: {problem.Message} Change it there, then import again.");
            }
        }

        return text;
    }

    private static void Add(List<string> sources, string? source)
    {
        if (source is not null)
        {
            sources.Add(source);
        }
    }
}
