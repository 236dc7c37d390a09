using System;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Holds the first line of a commit message to <c>type(scope)!: description</c>.</summary>
internal sealed class ConventionalCommit : BuiltinCheck
{
    private const string Scissors = "# ------------------------ >8 ------------------------";

    private static readonly EquatableArray<string> UsualTypes =
        ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];

    // What git writes by itself, or takes out again in a rebase.
    private static readonly string[] MadeByGit = ["Merge ", "Revert \"", "Reapply \"", "fixup! ", "squash! ", "amend! "];

    /// <inheritdoc />
    public override string Name => "conventional-commit";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        if (context.MessageFile is not { } file)
        {
            return Object("there is no commit message here. Use this check in the hook commit-msg.");
        }

        try
        {
            return Judge(File.ReadAllText(file), context);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Object($"the commit message cannot be read: {exception.Message}");
        }
    }

    private static BuiltinOutcome Judge(string message, BuiltinContext context)
    {
        var (header, second) = FirstLines(message);
        if (header is null)
        {
            return Object("the commit message is empty.");
        }

        if (Array.Exists(MadeByGit, start => header.StartsWith(start, StringComparison.Ordinal)))
        {
            return new BuiltinOutcome(true, "", []);
        }

        var types = context.ValuesOf("types") is { Count: > 0 } given ? given : UsualTypes;
        var objection = Objection(header, types, context.ValuesOf("scopes"))
            ?? (string.IsNullOrWhiteSpace(second) ? null : "the second line must be empty: the body follows after it.");
        return objection is null ? new BuiltinOutcome(true, "", []) : Object($"{objection}\n  {header}");
    }

    private static string? Objection(string header, EquatableArray<string> types, EquatableArray<string> scopes)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return $"the first line must read 'type: description' or 'type(scope): description'. Types: {string.Join(", ", types)}.";
        }

        var start = header.AsSpan(0, colon);
        start = start.EndsWith("!") ? start[..^1] : start;
        var open = start.IndexOf('(');
        var type = open < 0 ? start : start[..open];
        if (!Contains(types, type))
        {
            return $"'{type}' is not one of the types {string.Join(", ", types)}.";
        }

        return ScopeObjection(open < 0 ? null : start[open..].ToString(), scopes) ?? DescriptionObjection(header.AsSpan(colon + 1));
    }

    private static string? ScopeObjection(string? scope, EquatableArray<string> scopes)
    {
        if (scope is null)
        {
            return null;
        }

        var inner = scope.EndsWith(')') ? scope[1..^1] : "";
        if (inner.Length == 0 || inner.AsSpan().ContainsAny("()") || inner.Trim() != inner)
        {
            return $"'{scope}' is not a scope. Write it as '(scope)' right before the colon.";
        }

        return scopes.Count == 0 || Contains(scopes, inner) ? null : $"'{inner}' is not one of the scopes {string.Join(", ", scopes)}.";
    }

    private static string? DescriptionObjection(ReadOnlySpan<char> afterColon) =>
        afterColon.Length > 1 && afterColon[0] == ' ' && !afterColon[1..].IsWhiteSpace()
            ? null
            : "after the colon come a space and a description.";

    private static bool Contains(EquatableArray<string> names, ReadOnlySpan<char> name)
    {
        foreach (var candidate in names)
        {
            if (name.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Comments and what follows the scissors of `git commit --verbose` are not part of the message.
    private static (string? Header, string? Second) FirstLines(string message)
    {
        string? header = null;
        foreach (var candidate in message.Split('\n'))
        {
            var line = candidate.TrimEnd();
            if (line == Scissors)
            {
                break;
            }

            if (line.StartsWith('#') || (header is null && line.Length == 0))
            {
                continue;
            }

            if (header is not null)
            {
                return (header, line);
            }

            header = line;
        }

        return (header, null);
    }

    private static BuiltinOutcome Object(string objection) => new(false, $"conventional-commit: {objection}\n", []);
}
