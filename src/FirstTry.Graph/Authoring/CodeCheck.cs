using System;
using System.Collections.Generic;
using System.Threading;

namespace FirstTry.Graph.Authoring;

/// <summary>A check written in C#, as it is compiled into a native runner. The generator writes these; authors write <see cref="CheckAttribute"/>.</summary>
/// <param name="name">The name that <c>uses</c> knows it by.</param>
/// <param name="method">Where it is written, as people find it: type and method.</param>
/// <param name="run">Looks at the files.</param>
public sealed class CodeCheck(string name, string method, Func<IReadOnlyList<CheckedFile>, CancellationToken, IEnumerable<Finding>> run)
{
    /// <summary>The name that <c>uses</c> knows it by.</summary>
    public string Name { get; } = name;

    /// <summary>Where it is written: type and method.</summary>
    public string Method { get; } = method;

    /// <summary>Looks at the files; what it returns may still be at work while it is enumerated.</summary>
    public IEnumerable<Finding> Run(IReadOnlyList<CheckedFile> files, CancellationToken cancellationToken) => run(files, cancellationToken);
}
