using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init;

/// <summary>Finds Node packages, their scripts and the tools that they configure.</summary>
internal static class NodeScan
{
    /// <summary>Adds what it finds.</summary>
    public static void Find(SourceTree tree, List<string> kinds, List<ProposedCheck> checks)
    {
        var workspaces = new List<PackageFile>();
        foreach (var folder in tree.Folders)
        {
            if (!tree.Has(folder, "package.json") || PackageFile.Read(tree, folder) is not { } package)
            {
                continue;
            }

            var workspace = workspaces.Find(outer => SourceTree.IsBelow(folder, outer.Folder));
            if (workspace is null && package.IsWorkspace)
            {
                workspaces.Add(package);
            }

            kinds.Add(RepositoryScan.NameOf("Node", folder));
            Propose(tree, package, workspace, checks);
        }
    }

    // What the top of a workspace does by itself, it does for the packages in it.
    private static void Propose(SourceTree tree, PackageFile package, PackageFile? workspace, List<ProposedCheck> checks)
    {
        var folder = package.Folder;
        var lintsWithEslint = UsesEslint(tree, package);
        if (lintsWithEslint && (workspace is null || !UsesEslint(tree, workspace)))
        {
            checks.Add(new ProposedCheck("eslint", "eslint", "Lint with ESLint") { Root = folder });
        }

        if (UsesPrettier(tree, package) && (workspace is null || !UsesPrettier(tree, workspace)))
        {
            checks.Add(new ProposedCheck("prettier", "prettier", "Format with Prettier") { Root = folder });
        }

        if (workspace?.Script("lint") is null && package.Script("lint") is { } lint
            && !(lintsWithEslint && lint.Contains("eslint", StringComparison.Ordinal)))
        {
            checks.Add(new ProposedCheck("lint", "npm-script", "The lint script of package.json") { Root = folder, IsSlow = true, With = [new("script", ["lint"])] });
        }

        if (tree.Has(folder, "tsconfig.json") && (package.DependsOn("typescript") || (workspace?.DependsOn("typescript") ?? false)))
        {
            checks.Add(new ProposedCheck("tsc", "tsc", "Types with TypeScript") { Root = folder, IsSlow = true });
        }

        if (workspace?.TestScript is null && package.TestScript is not null)
        {
            checks.Add(new ProposedCheck("test", "npm-test", "The test script of package.json") { Root = folder, IsSlow = true });
        }
    }

    private static bool UsesEslint(SourceTree tree, PackageFile package) =>
        package.Has("eslintConfig") || HasFileLike(tree, package.Folder, "eslint.config.") || HasFileLike(tree, package.Folder, ".eslintrc");

    private static bool UsesPrettier(SourceTree tree, PackageFile package) =>
        package.Has("prettier") || HasFileLike(tree, package.Folder, "prettier.config.") || HasFileLike(tree, package.Folder, ".prettierrc");

    private static bool HasFileLike(SourceTree tree, string folder, string start)
    {
        foreach (var file in tree.FilesOf(folder))
        {
            if (file.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
