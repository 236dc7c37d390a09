using System;
using System.Collections.Generic;
using System.Globalization;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>The changes of a Python tree and what has to come of each. No two change the same lines, whatever their number.</summary>
internal sealed class PythonScenarios(PythonTree tree)
{
    private const string Lint = "lint";
    private const string Format = "format";
    private const string Types = "types";

    /// <summary>All of them.</summary>
    public IReadOnlyList<Scenario> All =>
    [
        new("cold, all files", Remembered.Nothing, Source(100)),
        new("warm", Remembered.TheSame, Source(200)) { IsThousandTimesFaster = true },
        new("one source edit", Remembered.TheCommit, Source(300)) { Runs = number => [Format, Lint, Types, UnitOf(tree.Imported(number))] },
        new("one test edit", Remembered.TheCommit, Test) { Runs = _ => [Format, Lint, PythonTree.Unit(1)] },
        new("docs-only edit", Remembered.TheCommit, Docs) { IsThousandTimesFaster = true },
        new("lock file edit", Remembered.TheCommit, Lock) { Runs = _ => [Types, PythonTree.Unit(tree.Tests)] },
        new("formatter rewrites a file", Remembered.TheCommit, Layout)
        {
            Runs = number => [Format, Lint, Types, UnitOf(tree.Leaf(number))],
            Rewrites = number => tree.Module(tree.Leaf(number)),
        },
        new("lint fails", Remembered.TheCommit, Unused) { Runs = number => [Format, Lint, Types, UnitOf(tree.Leaf(number + 20))], Fails = [Lint] },
        new("tests fail", Remembered.TheCommit, Wrong) { Runs = number => [Format, Lint, Types, UnitOf(tree.Imported(number + 5))], Fails = ["unit"] },
    ];

    private static void Docs(Workplace place, int number) => place.Append("README.md", Invariant($"\nEdition {number}.\n"));

    private static void Lock(Workplace place, int number) => place.Append("requirements.lock", Invariant($"idna==3.{number}\n"));

    private Action<Workplace, int> Source(int first) => (place, number) =>
        place.Append(tree.Module(tree.Imported(number)), Invariant($"\n\nEDITION = {first + number}\n"));

    private void Test(Workplace place, int number)
    {
        var test = tree.TestOf(number);
        place.Append(tree.Test(test), Invariant($"\n\ndef test_edition_{test:d3}() -> None:\n    assert {number} < {number + 1}\n"));
    }

    private void Layout(Workplace place, int number) =>
        place.Append(tree.Module(tree.Leaf(number)), Invariant($"\n\nEDITION = 'number {number}'\n"));

    private void Unused(Workplace place, int number) =>
        place.Append(tree.Module(tree.Leaf(number + 20)), Invariant($"\n\ndef edition_{number}() -> int:\n    import os\n\n    return {number}\n"));

    private void Wrong(Workplace place, int number)
    {
        var path = tree.Module(tree.Imported(number + 5));
        place.Write(path, place.Read(path).Replace("    return base if", Invariant($"    base -= {1000 + number}\n    return base if"), StringComparison.Ordinal));
    }

    private string UnitOf(int module) => PythonTree.Unit(tree.TestsReaching(module));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
