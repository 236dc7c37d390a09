using System;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>pytest, mypy, ruff, flake8, black.</summary>
internal static class PythonRecipes
{
    private static readonly string[] Sources = ["*.{py,pyi}"];

    /// <summary>The recipes.</summary>
    public static AdapterRecipe[] All { get; } =
    [
        new("pytest")
        {
            Run = scene => PytestRun.Of(scene).Command,
            Choose = PytestRun.Of,
            NothingDone = new(5, "no tests collected"),
            Parents = [.. PytestConfig.Names, "conftest.py"],
        },
        new("mypy")
        {
            Run = Mypy,
            Choose = scene => new AdapterWork(Mypy(scene)) { Outer = ClimbingSources.PlacesOf(scene) },
            Parents = ["mypy.ini", ".mypy.ini", "pyproject.toml", "setup.cfg"],
        },
        new("ruff")
        {
            // Without --force-exclude, ruff would check files that its config leaves out, because they are named.
            Run = scene => Command.Exec([.. PythonTools.Program(scene, "ruff"), "check", "--force-exclude", .. scene.Args, "{files}"]),
            Fix = scene => Command.Exec([.. PythonTools.Program(scene, "ruff"), "check", "--force-exclude", "--fix", .. scene.Args, "{files}"]),
            Files = Sources,
            Inputs = ["pyproject.toml", "ruff.toml", ".ruff.toml"],
            Parents = ["pyproject.toml", "ruff.toml", ".ruff.toml"],
        },
        new("flake8")
        {
            Run = scene => Command.Exec([.. PythonTools.Program(scene, "flake8"), .. scene.Args, "{files}"]),

            // What it takes by itself: its rules are not made for stubs, and a config has to switch most of them off first.
            Files = ["*.py"],
            Inputs = ["setup.cfg", "tox.ini", ".flake8"],
            Parents = ["setup.cfg", "tox.ini", ".flake8"],
        },
        new("black")
        {
            Run = scene => Command.Exec([.. PythonTools.Program(scene, "black"), "--check", .. scene.Args, "{files}"]),
            Fix = scene => Command.Exec([.. PythonTools.Program(scene, "black"), "--quiet", .. scene.Args, "{files}"]),
            Files = Sources,
            Inputs = ["pyproject.toml", ".gitignore"],
            Parents = ["pyproject.toml", ".gitignore"],
        },
    ];

    private static Command Mypy(AdapterScene scene) => Command.Exec([.. PythonTools.Program(scene, "mypy"), .. scene.Args, .. Targets(scene)]);

    // Mypy takes what to check from its config, and an argument would override that.
    private static EquatableArray<string> Targets(AdapterScene scene) =>
        scene.Paths.Count > 0 ? scene.Paths : NamesFiles(scene) ? [] : ["."];

    private static bool NamesFiles(AdapterScene scene)
    {
        foreach (var file in (string[])["mypy.ini", ".mypy.ini", "pyproject.toml", "setup.cfg"])
        {
            if (!scene.HasFile(file) || scene.ReadUpwards(file) is not { } text)
            {
                continue;
            }

            var isOwn = file.EndsWith("mypy.ini", StringComparison.Ordinal);
            if (isOwn || text.Contains("[tool.mypy]", StringComparison.Ordinal) || text.Contains("[mypy]", StringComparison.Ordinal))
            {
                return MentionsTargets(text);
            }
        }

        return false;
    }

    private static bool MentionsTargets(string text)
    {
        var isMypy = false;
        foreach (var candidate in text.Split('\n'))
        {
            var line = candidate.Trim();
            if (line.StartsWith('['))
            {
                isMypy = line is "[mypy]" or "[tool.mypy]";
            }

            var key = line.Split('=', 2)[0].TrimEnd();
            if (isMypy && key.Length < line.Length && (key is "files" or "packages" or "modules"))
            {
                return true;
            }
        }

        return false;
    }
}
