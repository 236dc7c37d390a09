using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Husky;

/// <summary>The scripts of <c>package.json</c>: what a line of a hook that calls one comes to.</summary>
internal sealed class PackageScripts
{
    private readonly ForeignNode _scripts;

    private PackageScripts(ForeignNode scripts) => _scripts = scripts;

    /// <summary>The scripts at the top of the repository; none where there is no such file.</summary>
    public static PackageScripts Of(SourceFiles files) =>
        new(files.FindFirst("package.json") is { } package ? files.Read(package)["scripts"] : new ForeignNode());

    /// <summary>The text of the script that a command calls; null when it calls none that is known.</summary>
    public string? TextOf(IReadOnlyList<string>? words) => words switch
    {
        ["npm" or "yarn" or "pnpm" or "bun", "run", var name] => _scripts[name].Text,
        ["yarn" or "pnpm", var name] => _scripts[name].Text,
        _ => null,
    };

    /// <summary>True when the script that a command calls changes files, as far as its words tell.</summary>
    public bool IsWriting(IReadOnlyList<string>? words) =>
        TextOf(words) is { } text && KnownCommands.BucketOf(text.Split([' ', '\t', ';', '&', '|'], StringSplitOptions.RemoveEmptyEntries)) == Bucket.Mutating;
}
