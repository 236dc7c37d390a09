using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Python;

/// <summary>Finds Python projects and the tools that they configure or depend on.</summary>
internal static class PythonScan
{
    private static readonly string[] Projects =
    [
        "pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "tox.ini", "pytest.ini", "mypy.ini", ".flake8", "ruff.toml", ".ruff.toml",
    ];

    /// <summary>Adds what it finds.</summary>
    public static void Find(SourceTree tree, List<string> kinds, List<ProposedCheck> checks)
    {
        var covered = new List<string>();
        var hooks = PreCommitHooks.Find(tree);
        foreach (var folder in tree.Folders)
        {
            if (!covered.Exists(parent => SourceTree.IsBelow(folder, parent)) && IsProject(tree, folder))
            {
                covered.Add(folder);
                kinds.Add(RepositoryScan.NameOf("Python", folder));
                Propose(tree, folder, hooks, checks);
            }
        }
    }

    private static bool IsProject(SourceTree tree, string folder) =>
        tree.HasAny(folder, Projects) && tree.AnyBelow(folder, file => file.EndsWith(".py", StringComparison.Ordinal));

    private static void Propose(SourceTree tree, string folder, HashSet<string> hooks, List<ProposedCheck> checks)
    {
        var settings = new PythonSettings(tree, folder);
        if (tree.HasAny(folder, "ruff.toml", ".ruff.toml") || settings.HasTable("pyproject.toml", "tool.ruff") || Uses("ruff") || hooks.Contains("ruff-check"))
        {
            checks.Add(new ProposedCheck("ruff", "ruff", "Lint with ruff") { Root = folder });
        }

        if (tree.Has(folder, ".flake8") || settings.HasTable("setup.cfg", "flake8") || settings.HasTable("tox.ini", "flake8") || Uses("flake8"))
        {
            checks.Add(new ProposedCheck("flake8", "flake8", "Lint with flake8") { Root = folder });
        }

        if (settings.HasTable("pyproject.toml", "tool.black") || Uses("black"))
        {
            checks.Add(new ProposedCheck("black", "black", "Format with black") { Root = folder });
        }

        if (tree.HasAny(folder, "mypy.ini", ".mypy.ini") || settings.HasTable("pyproject.toml", "tool.mypy")
            || settings.HasTable("setup.cfg", "mypy") || Uses("mypy"))
        {
            checks.Add(new ProposedCheck("mypy", "mypy", "Types with mypy") { Root = folder, IsSlow = true, With = PathsOf(MypyPaths.Find(tree, folder, settings)) });
        }

        if (UsesPytest(tree, folder, settings))
        {
            checks.Add(new ProposedCheck("pytest", "pytest", "Tests with pytest") { Root = folder, IsSlow = true });
        }

        bool Uses(string tool) => settings.DependsOn(tool) || hooks.Contains(tool);
    }

    private static IReadOnlyList<ProposedOption> PathsOf(IReadOnlyList<string> paths) => paths.Count == 0 ? [] : [new ProposedOption("paths", paths)];

    private static bool UsesPytest(SourceTree tree, string folder, PythonSettings settings) =>
        tree.HasAny(folder, "pytest.ini", "conftest.py")
        || settings.HasTable("pyproject.toml", "tool.pytest")
        || settings.HasTable("setup.cfg", "tool:pytest")
        || settings.HasTable("tox.ini", "pytest")
        || settings.DependsOn("pytest")
        || HasTests(tree, SourceTree.Join(folder, "tests"))
        || HasTests(tree, SourceTree.Join(folder, "test"));

    private static bool HasTests(SourceTree tree, string folder) => tree.AnyBelow(folder, file =>
        file.EndsWith(".py", StringComparison.Ordinal)
        && (file.StartsWith("test_", StringComparison.Ordinal) || file.EndsWith("_test.py", StringComparison.Ordinal)));
}
