using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init;

/// <summary>Finds Go modules, Rust packages, shell scripts and C sources with their tools.</summary>
internal static class OtherScans
{
    private static readonly string[] Shell = [".sh", ".bash"];
    private static readonly string[] C = [".c", ".h", ".cc", ".cpp", ".cxx", ".hpp"];

    /// <summary>Adds what it finds.</summary>
    public static void Find(SourceTree tree, List<string> kinds, List<ProposedCheck> checks)
    {
        foreach (var folder in Outermost(tree, "go.mod", nested: true))
        {
            kinds.Add(RepositoryScan.NameOf("Go", folder));
            checks.Add(new ProposedCheck("go-test", "go-test", "Tests with go test") { Root = folder, IsSlow = true });
        }

        foreach (var folder in Outermost(tree, "Cargo.toml", nested: false))
        {
            kinds.Add(RepositoryScan.NameOf("Rust", folder));
            checks.Add(new ProposedCheck("cargo-test", "cargo-test", "Tests with cargo test") { Root = folder, IsSlow = true });
        }

        FindShell(tree, kinds, checks);
        if (tree.HasAny(".", ".clang-format", "_clang-format") && tree.AnyBelow(".", file => EndsWith(file, C)))
        {
            kinds.Add("C or C++");
            checks.Add(new ProposedCheck("clang-format", "clang-format", "Format with clang-format"));
        }
    }

    private static void FindShell(SourceTree tree, List<string> kinds, List<ProposedCheck> checks)
    {
        if (!tree.AnyBelow(".", file => EndsWith(file, Shell)))
        {
            return;
        }

        kinds.Add("shell scripts");
        if (tree.HasAny(".", ".shellcheckrc", "shellcheckrc"))
        {
            checks.Add(new ProposedCheck("shellcheck", "shellcheck", "Lint scripts with ShellCheck"));
        }
    }

    // A Go module in a module is one of its own; a Rust package below another belongs to its workspace.
    private static IEnumerable<string> Outermost(SourceTree tree, string file, bool nested)
    {
        var covered = new List<string>();
        foreach (var folder in tree.Folders)
        {
            if (tree.Has(folder, file) && (nested || !covered.Exists(parent => SourceTree.IsBelow(folder, parent))))
            {
                covered.Add(folder);
                yield return folder;
            }
        }
    }

    private static bool EndsWith(string file, string[] extensions) =>
        Array.Exists(extensions, extension => file.EndsWith(extension, StringComparison.Ordinal));
}
