namespace FirstTry.Generators.Tests;

/// <summary>Configs that several tests compile.</summary>
internal static class Example
{
    /// <summary>The example of the manual.</summary>
    public static string OfTheManual => SourceTree.ReadCorpus("valid/example-of-the-manual.yml");

    /// <summary>Two checks, of which the first needs the second.</summary>
    public const string Small = """
        checks:
          mypy: { run: mypy src, needs: [ruff], bucket: slow }
          ruff: { run: "ruff check {files}", files: "**/*.py" }
        profiles:
          quick: { checks: [mypy, ruff] }
        hooks:
          pre-commit: quick

        """;

    /// <summary>A check without a command, in line 9.</summary>
    public const string Bad = """
        # The checks of this project.
        version: 1

        checks:
          ruff:
            run: ruff check {files}
            files: "**/*.py"

          mypy:
            bucket: slow

        profiles:
          quick: { checks: [ruff, mypy] }
        hooks: { pre-commit: quick }

        """;
}
