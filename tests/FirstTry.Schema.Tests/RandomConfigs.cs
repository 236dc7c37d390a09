using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace FirstTry.Schema.Tests;

/// <summary>Makes configs with one value that is somewhere between right and wrong, always the same ones for a seed.</summary>
internal sealed class RandomConfigs(int seed)
{
    private static readonly string[] GlobPieces =
    [
        "*", "**", "?", "a", "b", "c.d", ".", "..", "/", "/", "\\", "[", "]", "{", "}", ",", "!", "^", "-", "[a-z]", "[!a]", "[[:alpha:]]", "[:x:]",
        "{a,b}", "{a,b}", "~", "C:", " ", "\u00e9", "./", "\\*", "\\[", "]a]", "src", "src/",
    ];

    private static readonly string[] ShellPieces =
    [
        "{files}", "{files}", "\"", "'", "\\", " ", " ", "\n", "#", "a", "$(", ")", "$", "`", "(", ";", "x y", "it's", "{files",
    ];

    private static readonly string[] PathPieces = ["a", "b", "/", "..", ".", "~", "C:", "\\", " ", "\u00e9"];

    private static readonly string[] Scalars =
    [
        "1", "01", "0", "1024", "1025", "1.0", "1.5", "1e1", "1e3", "0x10", "0o17", "017", "+5", "-0", "-1", ".5", "1.", ".inf", "-.INF", ".nan", "~", "null",
        "Null", "auto", "all", "'1'", "true", "True", "tRue", "yes", "on", "''", "2147483646", "2147483647", "9007199254740993", "1e400", "0b1", "1:30",
        "1_0", "2026-01-02", "5m", "[]", "{}", "[1]", "text", "\"\\0\"", "=", "1.2.3", "fast", "none", "never", "staged", "tracked",
    ];

    private static readonly string[] ScalarPlaces =
    [
        "version: {0}\n", "workers: {0}\n", "cache: { salt: {0} }\n", "env: { A: {0} }\n", "pass_env: [{0}]\n",
        "checks:\n  a: { run: x, cpus: {0} }\n", "checks:\n  a: { run: x, cache: {0} }\n", "checks:\n  a: { run: x, stage: {0} }\n",
        "checks:\n  a: { run: x, description: {0} }\n", "checks:\n  a: { run: x, bucket: {0} }\n", "checks:\n  a: { run: x, stdin: {0} }\n",
        "checks:\n  a: { run: x, tags: [{0}] }\n", "checks:\n  a: { run: {0} }\n", "checks:\n  a: { run: [x, {0}] }\n",
        "checks:\n  a: { run: x, skip: { ci: {0} } }\n",
        "checks:\n  a: { run: x }\nprofiles:\n  p: { checks: [a], fail_fast: {0} }\n", "checks:\n  a: { run: x }\nprofiles:\n  p: { checks: [a], files: {0} }\n",
        "checks:\n  a: { run: x }\nprofiles:\n  p: { checks: [a], isolate: {0} }\n", "checks:\n  a: { run: x }\nprofiles:\n  p: { checks: [a], workers: {0} }\n",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The first configs of the seed.</summary>
    public IReadOnlyList<string> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private string Next() => _random.Next(8) switch
    {
        0 or 1 => $"checks:\n  a:\n    run: x\n    files: {Text(GlobPieces, 6)}\n",
        2 => $"checks:\n  a:\n    run: x\n    extra_inputs: {Text(GlobPieces, 5)}\n",
        3 => $"checks:\n  a:\n    run: x\n    skip: {{ branch: {Text(GlobPieces, 4)} }}\n",
        4 => $"checks:\n  a:\n    files: x\n    run: {Text(ShellPieces, 7)}\n",
        5 => $"checks:\n  a:\n    run: x\n    root: {Text(PathPieces, 4)}\n",
        6 => $"checks:\n  a:\n    run: x\n    timeout: {Pick(["0", "00", "1", "36", "10000", "600000", "36000000", "-1", "1.5", ""])}{_random.Next(100)}{Pick(["ms", "s", "m", "h", "d", "", " s"])}\n",
        _ => Pick(ScalarPlaces).Replace("{0}", Pick(Scalars), StringComparison.Ordinal),
    };

    // JSON text is YAML text.
    private string Text(string[] pieces, int most) =>
        JsonSerializer.Serialize(string.Concat(Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => Pick(pieces))));

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
