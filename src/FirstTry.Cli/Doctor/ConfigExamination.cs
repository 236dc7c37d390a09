using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Doctor;

/// <summary>The config and the schema beside it.</summary>
internal static class ConfigExamination
{
    private const string SchemaName = "firsttry.schema.json";

    /// <summary>Adds what is wrong and returns the graph; null when there is none to go by.</summary>
    public static CheckGraph? Run(Worktree worktree, List<Finding> findings)
    {
        ExamineSchema(worktree.Root, findings);
        try
        {
            return ReadGraph(worktree.Root, findings);
        }
        catch (UsageException exception)
        {
            findings.Add(new Finding("config-unreadable", exception.Message, "Mend it: until then every hook stops with exit code 2."));
            return null;
        }
    }

    private static CheckGraph? ReadGraph(string root, List<Finding> findings)
    {
        if (ConfigFiles.Load(root) is not { } config)
        {
            findings.Add(new Finding("config-missing", $"There is no firsttry.yml in '{root}', so its hooks check nothing.", "Run 'firsttry init'."));
            return null;
        }

        foreach (var problem in config.Problems)
        {
            findings.Add(new Finding("config-problem", problem.ToString(), "Mend that line; 'firsttry validate' looks again.")
            {
                IsProblem = problem.Severity == Severity.Error,
            });
        }

        return config.HasErrors ? null : config.Graph;
    }

    private static void ExamineSchema(string root, List<Finding> findings)
    {
        var path = Path.Combine(root, SchemaName);
        try
        {
            if (File.Exists(path) && !string.Equals(Normal(File.ReadAllText(path)), Normal(Resources.Schema()), StringComparison.Ordinal))
            {
                findings.Add(new Finding(
                    "schema-stale", $"{SchemaName} is not that of firsttry {ProductVersion.Text}: editors complete and complain by another language.",
                    $"Run 'firsttry schema > {SchemaName}'."));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding("schema-unreadable", $"{SchemaName} cannot be read: {exception.Message}", "Make it readable, or remove it."));
        }
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
