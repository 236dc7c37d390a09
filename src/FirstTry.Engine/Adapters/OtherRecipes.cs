using System;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>go-test, cargo-test, shellcheck, clang-format.</summary>
internal static class OtherRecipes
{
    /// <summary>The recipes.</summary>
    public static AdapterRecipe[] All { get; } =
    [
        new("go-test") { Run = Go, Choose = scene => new AdapterWork(Go(scene)) { IsCacheable = StaysInside(scene, "go.mod", "go.work"), Outer = OuterReading.Of(scene, ClimbsInGo) } },
        new("cargo-test") { Run = Cargo, Choose = scene => new AdapterWork(Cargo(scene)) { IsCacheable = StaysInside(scene, "Cargo.toml", "Cargo.toml"), Outer = OuterReading.Of(scene, ClimbsInRust) } },
        new("shellcheck")
        {
            Run = scene => Command.Exec(["shellcheck", .. scene.Args, "{files}"]),
            Files = ["*.{sh,bash,dash,ksh,bats}"],
            // Scripts that are sourced are read too.
            Inputs = ["*.{sh,bash,dash,ksh,bats}", ".shellcheckrc", "shellcheckrc"],
            Parents = [".shellcheckrc", "shellcheckrc"],
        },
        new("clang-format")
        {
            Run = scene => Command.Exec(["clang-format", "--dry-run", "--Werror", .. scene.Args, "{files}"]),
            Fix = scene => Command.Exec(["clang-format", "-i", .. scene.Args, "{files}"]),
            Files = ["*.{c,h,cc,hh,cpp,hpp,cxx,hxx,m,mm,proto}"],
            Inputs = [".clang-format", "_clang-format", ".clang-format-ignore"],
            Parents = [".clang-format", "_clang-format", ".clang-format-ignore"],
        },
    ];

    private static Command Go(AdapterScene scene) => Command.Exec(["go", "test", .. scene.Args, .. scene.Paths.Count > 0 ? scene.Paths : ["./..."]]);

    private static Command Cargo(AdapterScene scene) => Command.Exec(["cargo", "test", .. scene.Args]);

    // From where a source or the run is, up: how far is not in the text.
    private static bool ClimbsInGo(string path, string text) =>
        path.EndsWith(".go", StringComparison.Ordinal) && (text.Contains("filepath.Dir(", StringComparison.Ordinal) || text.Contains("path.Dir(", StringComparison.Ordinal));

    private static bool ClimbsInRust(string path, string text) =>
        path.EndsWith(".rs", StringComparison.Ordinal)
        && (text.Contains(".parent()", StringComparison.Ordinal) || text.Contains(".ancestors()", StringComparison.Ordinal) || text.Contains(".pop()", StringComparison.Ordinal))
        && text.Contains("ath", StringComparison.Ordinal);

    // Modules and crates beside the folder of the check are no input of it, and cannot be named as one.
    private static bool StaysInside(AdapterScene scene, string manifest, string ofWorkspace)
    {
        if (scene.Check.Root == ".")
        {
            return true;
        }

        foreach (var found in scene.AllUpwards(ofWorkspace))
        {
            if (found.StartsWith("../", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return !scene.HasFile(manifest) || scene.ReadUpwards(manifest)?.Contains("..", StringComparison.Ordinal) == false;
    }
}
