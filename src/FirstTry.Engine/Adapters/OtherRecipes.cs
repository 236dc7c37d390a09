using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>go-test, cargo-test, shellcheck, clang-format.</summary>
internal static class OtherRecipes
{
    /// <summary>The recipes.</summary>
    public static AdapterRecipe[] All { get; } =
    [
        new("go-test") { Run = scene => Command.Exec(["go", "test", .. scene.Args, .. scene.Paths.Count > 0 ? scene.Paths : ["./..."]]) },
        new("cargo-test") { Run = scene => Command.Exec(["cargo", "test", .. scene.Args]) },
        new("shellcheck")
        {
            Run = scene => Command.Exec(["shellcheck", .. scene.Args, "{files}"]),
            Files = ["*.{sh,bash,dash,ksh,bats}"],
            // Scripts that are sourced are read too.
            Inputs = ["*.{sh,bash,dash,ksh,bats}", ".shellcheckrc", "shellcheckrc"],
        },
        new("clang-format")
        {
            Run = scene => Command.Exec(["clang-format", "--dry-run", "--Werror", .. scene.Args, "{files}"]),
            Fix = scene => Command.Exec(["clang-format", "-i", .. scene.Args, "{files}"]),
            Files = ["*.{c,h,cc,hh,cpp,hpp,cxx,hxx,m,mm,proto}"],
            Inputs = [".clang-format", "_clang-format", ".clang-format-ignore"],
        },
    ];
}
