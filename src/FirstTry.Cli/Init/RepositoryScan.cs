using System.Collections.Generic;
using FirstTry.Cli.Init.Python;
using FirstTry.Cli.Init.WhiteSpace;
using FirstTry.Git;
using FirstTry.Processes;

namespace FirstTry.Cli.Init;

/// <summary>Finds out what a repository is made of. Proposes what the repository itself is set up for, never what we would like.</summary>
internal static class RepositoryScan
{
    // Cheap, and never at odds with how somebody formats a file.
    private static readonly ProposedCheck[] Always =
    [
        new("merge-conflict", "merge-conflict", "No marks of an unfinished merge"),
        new("private-key", "private-key", "No private keys"),
        new("large-files", "large-files", "No file above 500 KB"),
        new("case-conflict", "case-conflict", "No names that are one file on Windows and macOS"),
    ];

    /// <summary>Looks at a working tree, and asks git which files are its own; changes nothing.</summary>
    public static RepositoryFindings Run(Worktree worktree, EnvironmentBlock environment)
    {
        var tree = SourceTree.Read(worktree, environment);
        var kinds = new List<string>();
        var notes = new List<string>();
        var present = new PresentFindings(tree, worktree.Root, environment);
        var checks = new List<ProposedCheck>();
        foreach (var check in Always)
        {
            if (present.Spare(check, notes) is { } spared)
            {
                checks.Add(spared);
            }
        }

        checks.AddRange(EditorConfigScan.Find(tree));
        PythonScan.Find(tree, kinds, checks);
        NodeScan.Find(tree, kinds, checks);
        DotnetScan.Find(tree, kinds, checks);
        OtherScans.Find(tree, kinds, checks);
        return new RepositoryFindings(kinds, checks, notes);
    }

    /// <summary>How a kind of project is named to people.</summary>
    public static string NameOf(string kind, string folder) => folder == "." ? kind : $"{kind} in '{folder}'";
}
