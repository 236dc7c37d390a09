using FirstTry.Config.Problems;
using FirstTry.Graph;

namespace FirstTry.Config;

/// <summary>Every rule that a config can break, each with a section in docs/problems.md.</summary>
public static class ProblemCatalog
{
    /// <summary>The rules in the order of their ids.</summary>
    public static EquatableArray<ProblemDescriptor> All { get; } = EquatableArray.Create(
        Rules.NotYaml,
        Rules.NoCommand,
        Rules.TwoCommands,
        Rules.UnknownKey,
        Rules.WrongShape,
        Rules.NotText,
        Rules.UnknownValue,
        Rules.UnknownAdapter,
        Rules.UnknownOption,
        Rules.UnknownCheck,
        Rules.UnknownProfile,
        Rules.QuotedFiles,
        Rules.FilesWithoutPattern,
        Rules.UnknownTag,
        Rules.UnknownHook,
        Rules.NeedsLaterBucket,
        Rules.NeedsCycle,
        Rules.ExtendsCycle,
        Rules.DuplicateKey,
        Rules.YamlTag,
        Rules.SecondDocument,
        Rules.TooDeep,
        Rules.BadAlias,
        Rules.TooManyAliases,
        Rules.BadMerge,
        Rules.PathOutside,
        Rules.BadGlob,
        Rules.BadDuration,
        Rules.BadNumber,
        Rules.BadName,
        Rules.NoValue,
        Rules.EmptyFile,
        Rules.UnknownVersion,
        Rules.OptionsWithoutAdapter,
        Rules.SelectNotSupported,
        Rules.RemoteNotSupported,
        Rules.BadUrl,
        Rules.NulCharacter,
        Rules.TwoConfigs,
        Rules.FilesInsideArgument,
        Rules.NotForLocal,
        Rules.MissingOption,
        Rules.NotUtf8,
        Rules.NothingChecked,
        Rules.DuplicateCodeCheck,
        Rules.WrongCodeCheck);
}
