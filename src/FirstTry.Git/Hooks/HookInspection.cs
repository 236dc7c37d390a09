using System.Collections.Generic;

namespace FirstTry.Git.Hooks;

/// <summary>Where git looks for hooks, and what lies there.</summary>
/// <param name="Directory">The directory where git looks for hooks.</param>
/// <param name="HooksPath">The setting that says so; null when git uses its own place.</param>
/// <param name="Hooks">Each hook of git at whose place something lies.</param>
public sealed record HookInspection(string Directory, HooksPathSetting? HooksPath, IReadOnlyList<HookStatus> Hooks);
