using System;
using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Fingerprints.Tools.Companions;

/// <summary>
/// Programs that stand in for one of several versions: the shims of pyenv, rbenv, nodenv, asdf, mise and volta. Which version they choose is
/// theirs to know; every version that is installed counts, and every file that they choose by.
/// </summary>
internal static class VersionShims
{
    private static readonly string[] ChoosingFiles =
    [
        ".python-version", ".ruby-version", ".node-version", ".nvmrc", ".go-version", ".tool-versions", "mise.toml", ".mise.toml", "mise.local.toml",
    ];

    /// <summary>True when a program is such a shim.</summary>
    internal static bool IsShim(ToolFile program) =>
        program.Place.Contains("/shims/", StringComparison.Ordinal) || Path.GetFileName(program.RealPlace) is "volta-shim" or "mise" or "asdf";

    /// <summary>The programs that a shim may start.</summary>
    internal static List<string> TargetsOf(ToolFile program)
    {
        var name = Path.GetFileName(program.Place);
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(program.Place))!;
        var targets = new List<string>();
        foreach (var version in PlainFiles.NamesIn(Path.Combine(folder, "versions")))
        {
            Add(targets, Path.Combine(folder, "versions", version, "bin", name));
        }

        foreach (var kind in (string[])["installs", "tools/image"])
        {
            foreach (var tool in PlainFiles.NamesIn(Path.Combine(folder, kind)))
            {
                foreach (var version in PlainFiles.NamesIn(Path.Combine(folder, kind, tool)))
                {
                    Add(targets, Path.Combine(folder, kind, tool, version, "bin", name));
                    Add(targets, Path.Combine(folder, kind, tool, version, name));
                }
            }
        }

        return targets;
    }

    /// <summary>The files that a shim chooses by, with what each is called in a fingerprint.</summary>
    internal static IEnumerable<(string Name, string Place)> SettingsOf(ToolFile program, string start, string home)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(program.Place))!;
        yield return ("its default version", Path.Combine(folder, "version"));
        yield return ("its default platform", Path.Combine(folder, "tools/user/platform.json"));
        yield return ("~/.config/mise/config.toml", Path.Combine(home, ".config/mise/config.toml"));
        foreach (var name in ChoosingFiles)
        {
            yield return ("~/" + name, Path.Combine(home, name));
            var level = 0;
            foreach (var above in PlainFiles.Upwards(start))
            {
                yield return ($"{name} {level++} up", Path.Combine(above, name));
            }
        }
    }

    private static void Add(List<string> targets, string place)
    {
        if (File.Exists(place))
        {
            targets.Add(place);
        }
    }
}
