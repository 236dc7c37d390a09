using System;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Holds the first line of a commit message to <c>type(scope)!: description</c>.</summary>
internal sealed class ConventionalCommit : BuiltinCheck
{
    private static readonly EquatableArray<string> UsualTypes =
        ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];

    /// <inheritdoc />
    public override string Name => "conventional-commit";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var message = CommitMessage.Read(context, out var problem);
        return message is null ? Object(problem) : message.IsMadeByGit ? new BuiltinOutcome(true, "", []) : Judge(message, context);
    }

    private static BuiltinOutcome Judge(CommitMessage message, BuiltinContext context)
    {
        var types = context.ValuesOf("types") is { Count: > 0 } given ? given : UsualTypes;
        var objection = Objection(message.Subject, types, context.ValuesOf("scopes"))
            ?? (string.IsNullOrWhiteSpace(message.Second) ? null : "the second line must be empty: the body follows after it.");
        return objection is null ? new BuiltinOutcome(true, "", []) : Object($"{objection}\n  {message.Subject}");
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

    private static BuiltinOutcome Object(string objection) => new(false, $"conventional-commit: {objection}\n", []);
}
