using System;
using FirstTry.Engine.Builtins.Json;
using FirstTry.Engine.Builtins.Spelling;

namespace FirstTry.Engine.Builtins;

/// <summary>The built-in checks.</summary>
public static class BuiltinCatalog
{
    private static readonly BuiltinCheck[] All =
    [
        new TrailingWhitespace(),
        new EndOfFile(),
        new MixedLineEnding(),
        new ByteOrderMark(),
        new MergeConflict(),
        new LargeFiles(),
        new CaseConflict(),
        new IllegalNames(),
        new PrivateKey(),
        new Secrets(),
        new CheckJson(),
        new CheckYaml(),
        new CheckToml(),
        new CheckXml(),
        new JsonFormat(),
        new BrokenSymlink(),
        new ExecutableShebang(),
        new NoCommitToBranch(),
        new ForbidPattern(),
        new ConventionalCommit(),
        new CommitSpelling(),
    ];

    /// <summary>The built-in check of this name, or null.</summary>
    public static BuiltinCheck? Find(string name) =>
        Array.Find(All, check => string.Equals(check.Name, name, StringComparison.Ordinal));
}
