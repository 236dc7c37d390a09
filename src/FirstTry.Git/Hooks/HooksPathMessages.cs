using System.Collections.Generic;

namespace FirstTry.Git.Hooks;

/// <summary>What the user is told about a <c>core.hooksPath</c> that is not the repository's own.</summary>
internal static class HooksPathMessages
{
    /// <summary>Why nothing was written, and the ways out.</summary>
    public static string Refusal(HooksPathSetting setting, HooksLocation location) =>
        $"core.hooksPath is set for {Whom(setting)} ({setting.Origin}) to {location.Directory}: git looks there in every repository, "
        + "so nothing was changed. Use 'firsttry install --force' to write into it all the same (repositories without a firsttry.yml notice nothing), "
        + $"or give this repository hooks of its own: git config --local core.hooksPath {ShellText.Quote(location.OwnDirectory)}";

    /// <summary>Whom the installed hooks concern besides this repository.</summary>
    public static IReadOnlyList<string> AfterInstall(HooksPathSetting? setting) => setting switch
    {
        { IsShared: true } =>
            [$"core.hooksPath is set for {Whom(setting)} ({setting.Origin}): these hooks run in every repository; those without a firsttry.yml notice nothing."],
        { IsPassing: true } =>
            ["core.hooksPath comes from the command line or the environment: git runs these hooks only where that is set."],
        _ => [],
    };

    /// <summary>Whom the removal concerns besides this repository.</summary>
    public static IReadOnlyList<string> AfterUninstall(HooksPathSetting? setting, int removed) =>
        setting is { IsShared: true } && removed > 0
            ? [$"core.hooksPath is set for {Whom(setting)} ({setting.Origin}): the hooks are gone for every repository."]
            : [];

    private static string Whom(HooksPathSetting setting) => setting.Scope switch
    {
        "global" => "the whole user",
        "system" => "the whole system",
        _ => "more than this repository",
    };
}
