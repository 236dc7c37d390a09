using System.Collections.Generic;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>What a shell script can run, as far as its text says.</summary>
internal sealed class ShellScript
{
    /// <summary>The first word of every simple command that is not of the shell itself, and words after which a program is run.</summary>
    internal SortedSet<string> Programs { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Words behind programs that run others, such as <c>xargs</c>: programs where there are such.</summary>
    internal SortedSet<string> Candidates { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Scripts that are read into the same shell.</summary>
    internal SortedSet<string> Sourced { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Packages of Python that it runs as modules.</summary>
    internal SortedSet<string> Modules { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Names after a manager of Node packages that may be scripts of <c>package.json</c>.</summary>
    internal SortedSet<string> PackageScripts { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Folders that it changes to.</summary>
    internal List<string> Folders { get; } = [];

    /// <summary>Whether it also changes to a folder that its text does not name.</summary>
    internal bool HasUnknownFolder { get; set; }

    /// <summary>Why its text does not say what it runs; null when it does.</summary>
    internal string? Unreadable { get; set; }
}
