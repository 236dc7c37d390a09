using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>npm-test, npm-script, eslint, prettier, tsc.</summary>
internal static class NodeRecipes
{
    private const string Sources = "*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}";
    private const string Packages = "{package.json,package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,pnpm-workspace.yaml,bun.lock,bun.lockb}";

    /// <summary>The recipes.</summary>
    public static AdapterRecipe[] All { get; } =
    [
        new("npm-test") { Run = scene => ScriptRun.Of(scene, "test").Command, Choose = scene => ScriptRun.Of(scene, "test") },
        new("npm-script") { Run = scene => ScriptRun.Of(scene, ScriptOf(scene)).Command, Choose = scene => ScriptRun.Of(scene, ScriptOf(scene)) },
        new("eslint")
        {
            Run = scene => Command.Exec([.. NodeProgram.Of(scene, "eslint"), .. scene.Args, "{files}"]),
            Fix = scene => Command.Exec([.. NodeProgram.Of(scene, "eslint"), "--fix", .. scene.Args, "{files}"]),
            Files = [Sources],

            // Rules that know types or imports read the other sources too.
            Inputs = [Sources, Packages, "eslint.config.*", ".eslintrc", ".eslintrc.*", ".eslintignore", "tsconfig*.json", "jsconfig*.json", "babel.config.*", ".babelrc", ".babelrc.*"],
            Parents = ["eslint.config.*", ".eslintrc", ".eslintrc.*", ".eslintignore", "tsconfig*.json", "jsconfig*.json", "babel.config.*", ".babelrc", ".babelrc.*", "package.json"],
        },
        new("prettier")
        {
            Run = scene => Command.Exec([.. NodeProgram.Of(scene, "prettier"), "--check", "--ignore-unknown", .. scene.Args, "{files}"]),
            Fix = scene => Command.Exec([.. NodeProgram.Of(scene, "prettier"), "--write", "--ignore-unknown", .. scene.Args, "{files}"]),
            Inputs = ["{package.json,package.yaml}", Packages, ".prettierrc", ".prettierrc.*", "prettier.config.*", ".prettierignore", ".gitignore", ".editorconfig"],
            Parents = ["package.json", "package.yaml", ".prettierrc", ".prettierrc.*", "prettier.config.*", ".prettierignore", ".editorconfig"],
        },
        new("tsc") { Run = scene => TypeCheck.Of(scene).Command, Choose = TypeCheck.Of },
    ];

    private static string ScriptOf(AdapterScene scene) => scene.ValuesOf("script") is { Count: 1 } script
        ? script[0]
        : throw new UsageException($"Check '{scene.Check.Name}' uses 'npm-script' and must name one script: add 'with: {{ script: NAME }}'.");
}
