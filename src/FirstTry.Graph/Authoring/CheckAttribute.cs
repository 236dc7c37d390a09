using System;

namespace FirstTry.Graph.Authoring;

/// <summary>Makes a static method a check, which <c>uses</c> in firsttry.yml knows by this name; see docs/code-checks.md.</summary>
/// <param name="name">Letters, digits, '_', '.' and '-', written as a plain string literal.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckAttribute(string name) : Attribute
{
    /// <summary>The name that <c>uses</c> knows the check by.</summary>
    public string Name { get; } = name;
}
