using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>What all sources of an import add up to.</summary>
internal sealed class ImportedConfig
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImportedHook> _hooks = new(StringComparer.Ordinal);

    /// <summary>The scripts of <c>package.json</c> that commands may call.</summary>
    public PackageScripts Scripts { get; init; } = PackageScripts.None;

    /// <summary>The checks in the order of the sources.</summary>
    public List<ImportedCheck> Checks { get; } = [];

    /// <summary>The hooks, and profiles without one, in the order in which they came up.</summary>
    public List<ImportedHook> Hooks { get; } = [];

    /// <summary>The table.</summary>
    public List<ImportRow> Rows { get; } = [];

    /// <summary>What a person does next, one sentence each.</summary>
    public List<string> NextSteps { get; } = [];

    /// <summary>The hook of this name, a new one where there is none yet.</summary>
    public ImportedHook Hook(string name)
    {
        if (!_hooks.TryGetValue(name, out var hook))
        {
            hook = new ImportedHook(name);
            _hooks.Add(name, hook);
            Hooks.Add(hook);
        }

        return hook;
    }

    /// <summary>Adds a check to hooks, under a name that nothing else has, and says what the name is.</summary>
    public string Add(ImportedCheck check, params IReadOnlyList<string> hooks)
    {
        var wished = Clean(check.Name);
        if (check.Command.Uses is null && check.Bucket == Bucket.Mutating && hooks.Count > 0 && System.Linq.Enumerable.All(hooks, hook => hook is "commit-msg" or "prepare-commit-msg"))
        {
            // Words such as 'fix' are part of what a message may say, and there are no files to mend any more.
            check = check with { Command = check.Command with { Bucket = null } };
        }

        check = check.PassedVariables.Count > 0 ? check : check with { PassedVariables = VariablesOf(check) };
        var ordered = InOrder(check with { Name = wished });
        var name = Checks.Find(candidate => IsNamed(candidate.Name, wished) && ImportWriter.BodyOf(candidate) == ImportWriter.BodyOf(ordered))?.Name;
        if (name is null)
        {
            name = Unique(wished);
            Checks.Add(ordered with { Name = name });
        }

        foreach (var hook in hooks)
        {
            _ = Hook(hook).Checks.Contains(name) ? null : AddTo(Hook(hook), name);
        }

        return name;
    }

    private static List<string> VariablesOf(ImportedCheck check)
    {
        var command = check.Command;
        var script = command.Script ?? (command.Arguments is ["sh" or "bash" or "zsh" or "dash", "-c" or "-ec" or "-lc", var text, ..] ? text : "");
        return ShellVariables.In(script).FindAll(name => !System.Linq.Enumerable.Any(check.Env, variable => variable.Name == name));
    }

    /// <summary>Adds a line to the table.</summary>
    public void Note(string source, string item, ImportOutcome outcome, string note) => Rows.Add(new ImportRow(source, item, outcome, note));

    // A check may only need one of the same or an earlier phase: one that only reads moves to the later phase, one that writes goes first.
    private ImportedCheck InOrder(ImportedCheck check)
    {
        var needs = new List<string>();
        foreach (var need in check.Needs)
        {
            var bucket = Checks.Find(candidate => candidate.Name == need)!.Bucket;
            if (bucket > check.Bucket && check.Bucket == Bucket.Fast)
            {
                check = check with { Command = check.Command with { Bucket = Bucket.Slow } };
            }

            if (bucket <= check.Bucket)
            {
                needs.Add(need);
            }
        }

        return check with { Needs = needs };
    }

    private static bool IsNamed(string name, string wished) => name == wished || (name.StartsWith(wished + "-", StringComparison.Ordinal) && int.TryParse(name.AsSpan(wished.Length + 1), out _));

    private static ImportedHook AddTo(ImportedHook hook, string name)
    {
        hook.Checks.Add(name);
        return hook;
    }

    private string Unique(string wished)
    {
        var name = wished;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{wished}-{number}";
        }

        return name;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var character in text)
        {
            var isFine = char.IsAsciiLetterOrDigit(character) || character is '_' or '.';
            if (isFine || (clean.Length > 0 && clean[^1] != '-'))
            {
                clean.Append(isFine ? character : '-');
            }
        }

        var name = clean.ToString().Trim('-', '.');
        return name.Length == 0 ? "check" : name.Length > 60 ? name[..60].TrimEnd('-', '.') : name;
    }
}
