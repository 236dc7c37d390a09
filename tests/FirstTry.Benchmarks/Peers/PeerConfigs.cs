using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FirstTry.Benchmarks.Workloads;

namespace FirstTry.Benchmarks.Peers;

/// <summary>The same checks in the configs of all runners.</summary>
internal static class PeerConfigs
{
    /// <summary>Writes the config of each.</summary>
    public static void Write(Workplace place, IReadOnlyList<WorkCheck> checks)
    {
        place.Write("firsttry.yml", FirstTry(checks));
        place.Write("checks.sh", Shell(checks));
        place.Write("Makefile", Make(checks));
        place.Write("lefthook.yml", Lefthook(checks));
        place.Write(".pre-commit-config.yaml", PreCommit(checks));
        place.Write("package.json", Package(checks));
        place.Write("turbo.json", Turbo(checks));
    }

    private static string FirstTry(IReadOnlyList<WorkCheck> checks) =>
        $"version: 1\nchecks:\n{Each(checks, check => $"  {check.Name}: {{ {check.Definition} }}\n")}profiles:\n  all: {{ checks: [{Names(checks, ", ")}], fail_fast: never }}\nhooks:\n  pre-commit: all\n";

    // Each in a shell of its own, so that one that changes the folder does not for the next.
    private static string Shell(IReadOnlyList<WorkCheck> checks) =>
        $"failed=0\n{Each(checks, check => $"({check.Command}) || failed=1\n")}exit $failed\n";

    private static string Make(IReadOnlyList<WorkCheck> checks) =>
        $".PHONY: all {Names(checks, " ")}\nall: {Names(checks, " ")}\n{Each(checks, check => $"{check.Name}: {string.Join(' ', check.Needs)}\n\t@{check.Command}\n")}";

    private static string Lefthook(IReadOnlyList<WorkCheck> checks) =>
        $"pre-commit:\n  parallel: true\n  commands:\n{Each(checks, check => $"    {check.Name}: {{ run: {Quoted(check.Command)}{(check.Mutates ? ", stage_fixed: true" : "")} }}\n")}";

    private static string PreCommit(IReadOnlyList<WorkCheck> checks) =>
        $"repos:\n  - repo: local\n    hooks:\n{Each(checks, check => $"      - {{ id: {check.Name}, name: {check.Name}, entry: {Quoted(Entry(check.Command))}, language: system, pass_filenames: false, always_run: true }}\n")}";

    private static string Package(IReadOnlyList<WorkCheck> checks) =>
        $$"""{ "name": "workload", "private": true, "packageManager": "npm@10.0.0", "scripts": { {{Joined(checks, check => $"\"{check.Name}\": \"{check.Command}\"")}} } }""" + "\n";

    private static string Turbo(IReadOnlyList<WorkCheck> checks) =>
        $$"""{ "globalPassThroughEnv": ["*"], "tasks": { {{Joined(checks, check => $"\"{check.Name}\": {{ \"cache\": true, \"outputs\": [], \"inputs\": [{string.Join(", ", check.Inputs.Select(input => $"\"{input}\""))}], \"dependsOn\": [{string.Join(", ", check.Needs.Select(need => $"\"{need}\""))}] }}")}} } }""" + "\n";

    // It starts a program, not a shell.
    private static string Entry(string command) => command.Contains("&&", StringComparison.Ordinal) ? $"sh -c \"{command}\"" : command;

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Names(IReadOnlyList<WorkCheck> checks, string separator) => string.Join(separator, checks.Select(check => check.Name));

    private static string Joined(IReadOnlyList<WorkCheck> checks, Func<WorkCheck, string> text) => string.Join(", ", checks.Select(text));

    private static string Each(IReadOnlyList<WorkCheck> checks, Func<WorkCheck, string> text)
    {
        var lines = new StringBuilder();
        foreach (var check in checks)
            lines.Append(text(check));

        return lines.ToString();
    }
}
