using System.Globalization;
using System.Text;

namespace FirstTry.Benchmarks.Generating;

/// <summary>A config of many checks, as somebody might write it: commands, globs, needs, a few variables.</summary>
internal static class LargeConfig
{
    /// <summary>The text; two numbers that differ give two texts that differ in one check.</summary>
    public static string Of(int checks, int number = 0)
    {
        var text = new StringBuilder("version: 1\nchecks:\n");
        for (var i = 0; i < checks; i++)
        {
            var needs = i % 4 == 3 ? string.Create(CultureInfo.InvariantCulture, $", needs: [check{i - 1}, check{i - 3}]") : "";
            var edited = i == checks / 2 ? string.Create(CultureInfo.InvariantCulture, $" --level {number}") : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  check{i}: {{ run: \"lint{edited} --fast {{files}}\", files: [\"src/part{i}/**/*.py\", \"!src/old/**\"], inputs: [lint.toml, \"config/*.json\"], timeout: 5m{needs} }}\n");
        }

        text.Append("profiles:\n  all: { checks: [");
        for (var i = 0; i < checks; i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}check{i}");

        return text.Append("] }\nhooks:\n  pre-commit: { extends: all }\n").ToString();
    }
}
