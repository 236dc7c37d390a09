using System.Collections.Generic;

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

    /// <summary>Looks at the working tree at <paramref name="root"/>; starts nothing and changes nothing.</summary>
    public static RepositoryFindings Run(string root)
    {
        var tree = SourceTree.Read(root);
        var kinds = new List<string>();
        var checks = new List<ProposedCheck>(Always);
        checks.AddRange(EditorConfigScan.Find(tree));
        PythonScan.Find(tree, kinds, checks);
        NodeScan.Find(tree, kinds, checks);
        DotnetScan.Find(tree, kinds, checks);
        OtherScans.Find(tree, kinds, checks);
        return new RepositoryFindings(kinds, checks);
    }

    /// <summary>How a kind of project is named to people.</summary>
    public static string NameOf(string kind, string folder) => folder == "." ? kind : $"{kind} in '{folder}'";
}
