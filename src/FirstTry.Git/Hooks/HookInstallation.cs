using System.Collections.Generic;

namespace FirstTry.Git.Hooks;

/// <summary>The outcome of installing or uninstalling.</summary>
/// <param name="Directory">The directory where git looks for hooks.</param>
/// <param name="Hooks">Each hook that was looked after, in the order asked for; of an uninstall those that were ours.</param>
/// <param name="Messages">Sentences about the whole, such as whom a shared directory concerns.</param>
public sealed record HookInstallation(string Directory, IReadOnlyList<HookReport> Hooks, IReadOnlyList<string> Messages);
