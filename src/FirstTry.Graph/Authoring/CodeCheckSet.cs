using System;
using System.Collections.Generic;

namespace FirstTry.Graph.Authoring;

/// <summary>The checks written in C# that a native runner was compiled with.</summary>
/// <param name="source">The SHA-256 of the sources that they were compiled from: they stand for these and for no others.</param>
public sealed class CodeCheckSet(string source, IReadOnlyList<CodeCheck> checks)
{
    /// <summary>The SHA-256 of the sources that they were compiled from.</summary>
    public string Source { get; } = source;

    /// <summary>The check of this name, or null.</summary>
    public CodeCheck? Find(string name)
    {
        foreach (var check in checks)
        {
            if (string.Equals(check.Name, name, StringComparison.Ordinal))
            {
                return check;
            }
        }

        return null;
    }
}
