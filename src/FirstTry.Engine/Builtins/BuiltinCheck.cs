using System.Collections.Generic;

namespace FirstTry.Engine.Builtins;

/// <summary>A check that runs in this process.</summary>
public abstract class BuiltinCheck
{
    /// <summary>The name that <c>uses</c> knows it by.</summary>
    public abstract string Name { get; }

    /// <summary>Globs of the files that a check without <c>files</c> looks at; empty for every changed file.</summary>
    public virtual IReadOnlyList<string> DefaultFiles => [];

    /// <summary>Looks at the files of the context, and mends them where the check is one that mends.</summary>
    public abstract BuiltinOutcome Run(BuiltinContext context);
}
