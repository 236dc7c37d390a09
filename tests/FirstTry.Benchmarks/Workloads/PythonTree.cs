using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>
/// A tree of Python modules with files of tests, for flake8, black, mypy and pytest. The text of every file follows from its number. Module n imports module (n - 1) / 3, so that
/// a few modules are imported by many and most by none.
/// </summary>
/// <param name="modules">How many modules.</param>
/// <param name="tests">How many files of tests.</param>
/// <param name="folder">Where it lies, as <c>py/</c>; empty at the top.</param>
internal sealed class PythonTree(int modules, int tests, string folder = "")
{
    private static readonly string[] Sources = ["app/**/*.py", "tests/**/*.py"];

    /// <summary>What the tools object to: lint, layout, types and tests.</summary>
    public IReadOnlyList<WorkCheck> Checks =>
    [
        Check("lint", "flake8 app tests", [.. Sources, ".flake8"], "bucket: fast"),
        Check("format", "black --quiet app tests", [.. Sources, "pyproject.toml"], $"files: [{Listed(Sources)}], bucket: mutating") with { Mutates = true },
        Check("types", "mypy --no-error-summary app", ["app/**/*.py", "mypy.ini", "requirements.lock"], "bucket: slow"),
        Check("unit", "pytest -q tests", [.. Sources, "pyproject.toml", "requirements.lock"], "bucket: slow") with { Definition = $"uses: pytest, with: {{ paths: [tests], args: [-q], select: affected }}{Place}, bucket: slow" },
    ];

    /// <summary>How many files of tests there are.</summary>
    public int Tests => tests;

    /// <summary>Writes all files.</summary>
    public void Write(Workplace place)
    {
        for (var i = 0; i < modules; i++)
            place.Write(Module(i), ModuleText(i));

        for (var i = 0; i < tests; i++)
            place.Write(Test(i), TestText(i, i % modules));

        place.Write(folder + "app/__init__.py", "");
        place.Write("README.md", "# A shop\n");
        place.Write(folder + "requirements.lock", "attrs==25.3.0\n");
        place.Write(folder + ".flake8", "[flake8]\nmax-line-length = 88\n");
        place.Write(folder + "mypy.ini", "[mypy]\nstrict = True\n");
        place.Write(folder + "pyproject.toml", "[tool.pytest.ini_options]\npythonpath = [\".\"]\n\n[tool.black]\nline-length = 88\n");
        place.Write(".gitignore", "__pycache__/\n.mypy_cache/\n.pytest_cache/\n.turbo/\nnode_modules/\nbin/\nobj/\n");
    }

    /// <summary>Puts the marking programs before the tools.</summary>
    /// <exception cref="BenchmarkException">One is not installed.</exception>
    public static void AddTools(MarkingTools tools)
    {
        tools.Add("flake8", "lint");
        tools.Add("black", "format");
        tools.Add("mypy", "types");
        tools.AddPytest();
    }

    /// <summary>The path of a module.</summary>
    public string Module(int number) => string.Create(CultureInfo.InvariantCulture, $"{folder}app/m{number:d3}.py");

    /// <summary>The path of a file of tests.</summary>
    public string Test(int number) => string.Create(CultureInfo.InvariantCulture, $"{folder}tests/test_{number:d3}.py");

    /// <summary>A module that some others import, another one for each number.</summary>
    public int Imported(int number) => (modules / 9) + (number % (modules / 9));

    /// <summary>A module that none imports, another one for each number.</summary>
    public int Leaf(int number) => modules - 1 - (number % (modules / 2));

    /// <summary>A file of tests, another one for each number.</summary>
    public int TestOf(int number) => number % tests;

    /// <summary>How many files of tests load a module, directly or not.</summary>
    public int TestsReaching(int module) => Enumerable.Range(0, tests).Count(test => Loads(test % modules, module));

    /// <summary>The mark of a run of so many files of tests.</summary>
    public static string Unit(int files) => string.Create(CultureInfo.InvariantCulture, $"unit of {files} files");

    private string Place => folder.Length == 0 ? "" : $", root: {folder.TrimEnd('/')}";

    private WorkCheck Check(string name, string command, string[] inputs, string definition) => new(
        name,
        folder.Length == 0 ? command : $"cd {folder.TrimEnd('/')} && {command}",
        [.. inputs.Select(input => folder + input)],
        $"run: {command}, inputs: [{Listed(inputs)}]{Place}, {definition}");

    private static string Listed(IEnumerable<string> globs) => string.Join(", ", globs.Select(glob => $"\"{glob}\""));

    private static bool Loads(int module, int other)
    {
        while (module > other)
            module = (module - 1) / 3;

        return module == other;
    }

    private static string ModuleText(int number)
    {
        var (own, parent) = (Text(number), Text((number - 1) / 3));
        return Lines(
            $"\"\"\"Part {own} of the shop.\"\"\"",
            "",
            "from dataclasses import dataclass",
            number == 0 ? null : "",
            number == 0 ? null : $"from app.m{parent} import price_{parent}",
            "",
            "",
            "@dataclass(frozen=True)",
            $"class Item{own}:",
            "    \"\"\"One line of an order.\"\"\"",
            "",
            "    name: str",
            "    count: int",
            "",
            "    def total(self) -> int:",
            $"        return self.count * price_{own}(self.count)",
            "",
            "",
            $"def price_{own}(count: int) -> int:",
            "    \"\"\"The price of a piece, less for many.\"\"\"",
            number == 0 ? "    base = 100" : $"    base = price_{parent}(count) + {Number(number % 7)}",
            $"    return base if count < {Number((number % 13) + 5)} else base - 1",
            "",
            "",
            $"def totals_{own}(items: list[Item{own}]) -> dict[str, int]:",
            "    return {item.name: item.total() for item in items}");
    }

    private static string TestText(int number, int module)
    {
        var own = Text(module);
        return Lines(
            "import pytest",
            "",
            $"from app.m{own} import Item{own}, price_{own}, totals_{own}",
            "",
            "",
            "@pytest.mark.parametrize(\"count\", range(1, 21))",
            $"def test_price_{Text(number)}(count: int) -> None:",
            $"    assert price_{own}(count) > 90",
            "",
            "",
            $"def test_totals_{Text(number)}() -> None:",
            $"    items = [Item{own}(f\"item {{n}}\", n) for n in range(1, 30)]",
            $"    assert len(totals_{own}(items)) == 29");
    }

    private static string Lines(params string?[] lines) => string.Concat(lines.Where(line => line is not null).Select(line => line + "\n"));

    private static string Text(int number) => number.ToString("d3", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
