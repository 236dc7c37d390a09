using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init;

/// <summary>Finds .NET solutions and projects, their tests and what formats them.</summary>
internal static class DotnetScan
{
    private static readonly string[] TestMarks =
        ["Microsoft.NET.Test.Sdk", "<IsTestProject>true", "xunit", "NUnit", "MSTest", "TUnit"];

    /// <summary>Adds what it finds: one build for each outermost solution, or for each outermost project where there is no solution.</summary>
    public static void Find(SourceTree tree, List<string> kinds, List<ProposedCheck> checks)
    {
        var covered = new List<string>();
        Visit(tree, IsSolution, covered, kinds, checks);
        Visit(tree, IsProject, covered, kinds, checks);
    }

    private static void Visit(SourceTree tree, Func<string, bool> isEntry, List<string> covered, List<string> kinds, List<ProposedCheck> checks)
    {
        foreach (var folder in tree.Folders)
        {
            if (!covered.Exists(parent => SourceTree.IsBelow(folder, parent)) && First(tree.FilesOf(folder), isEntry) is { } entry)
            {
                covered.Add(folder);
                kinds.Add(RepositoryScan.NameOf(".NET", folder));
                Propose(tree, folder, entry, checks);
            }
        }
    }

    private static void Propose(SourceTree tree, string folder, string entry, List<ProposedCheck> checks)
    {
        // With several candidates in a folder, dotnet wants to be told which.
        var candidates = 0;
        foreach (var file in tree.FilesOf(folder))
        {
            candidates += IsSolution(file) || IsProject(file) ? 1 : 0;
        }

        IReadOnlyList<ProposedOption> with = candidates > 1 ? [new("paths", [entry])] : [];
        ProposeFormat(tree, folder, with, checks);
        checks.Add(new ProposedCheck("build", "dotnet-build", "The solution builds") { Root = folder, IsSlow = true, With = with });
        if (HasTests(tree, folder))
        {
            checks.Add(new ProposedCheck("test", "dotnet-test", "Tests with dotnet test") { Root = folder, IsSlow = true, With = with, Needs = ["build"] });
        }
    }

    private static void ProposeFormat(SourceTree tree, string folder, IReadOnlyList<ProposedOption> with, List<ProposedCheck> checks)
    {
        if (UsesCsharpier(tree, folder) || UsesCsharpier(tree, "."))
        {
            checks.Add(new ProposedCheck("csharpier", "csharpier", "Format with CSharpier") { Root = folder });
        }
        else if (StylesCode(tree, folder) || StylesCode(tree, "."))
        {
            // It loads the whole solution: too slow for a commit, and before a push there is nothing to mend any more. It only looks.
            checks.Add(new ProposedCheck("format", "dotnet-format", "Format as .editorconfig says")
            {
                Root = folder,
                IsSlow = true,
                Bucket = "slow",
                With = with,
                Needs = ["build"],
            });
        }
    }

    private static bool UsesCsharpier(SourceTree tree, string folder) =>
        First(tree.FilesOf(folder), file => file.StartsWith(".csharpierrc", StringComparison.Ordinal)) is not null
        || tree.TextOf(SourceTree.Join(folder, ".config"), "dotnet-tools.json").Contains("\"csharpier\"", StringComparison.Ordinal);

    private static bool StylesCode(SourceTree tree, string folder)
    {
        foreach (var candidate in tree.TextOf(folder, ".editorconfig").Split('\n'))
        {
            var line = candidate.Trim();
            if (line.StartsWith('[') && (line.Contains(".cs", StringComparison.Ordinal) || line.Contains("{cs,", StringComparison.Ordinal)
                || line.Contains(",cs", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTests(SourceTree tree, string folder)
    {
        foreach (var candidate in tree.Folders)
        {
            if (SourceTree.IsBelow(candidate, folder)
                && First(tree.FilesOf(candidate), file => IsProject(file) && IsTest(tree.TextOf(candidate, file))) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTest(string project) => Array.Exists(TestMarks, mark => project.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static bool IsSolution(string file) => file.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase);

    private static bool IsProject(string file) =>
        file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".vbproj", StringComparison.OrdinalIgnoreCase);

    private static string? First(IReadOnlyList<string> files, Func<string, bool> isWanted)
    {
        foreach (var file in files)
        {
            if (isWanted(file))
            {
                return file;
            }
        }

        return null;
    }
}
