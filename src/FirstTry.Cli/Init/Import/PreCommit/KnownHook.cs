using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.PreCommit;

/// <summary>How a hook of a well-known repository is run without pre-commit.</summary>
/// <param name="Entry">The program and the arguments that always come first.</param>
/// <param name="Install">What brings the program.</param>
/// <param name="Types">The kinds of files that it looks at.</param>
internal sealed record KnownHook(string Entry, string Install, params IReadOnlyList<string> Types)
{
    /// <summary>Arguments of a hook that is given none.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>True when it changes files.</summary>
    public bool IsWriting { get; init; }

    /// <summary>True when it takes kinds of files that the adapter of its program does not take by itself.</summary>
    public bool TakesMore { get; init; }

    /// <summary>True when it looks at everything by itself.</summary>
    public bool TakesNoFiles { get; init; }

    /// <summary>The expression of its files, where kinds do not tell.</summary>
    public string? Files { get; init; }

    /// <summary>The stages that it is made for, with blanks between.</summary>
    public string? Stage { get; init; }

    /// <summary>True when the address of a repository has to do with this program, so that its hook of this name is the one that is meant.</summary>
    public bool SpeaksOf(string repository, string id)
    {
        var address = repository.Replace('_', '-');
        foreach (var word in $"{id} {Entry} {Install}".Replace('_', '-').Split([' ', '/', '@', '\'', '[', ']', '.', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > 1 && word is not ("pip" or "npm" or "install" or "save" or "dev" or "check" or "format" or "lint" or "fix" or "pre" or "commit" or "hooks" or "github" or "com" or "the" or "program" or "its" or "from" or "releases" or "python" or "run")
                && address.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
