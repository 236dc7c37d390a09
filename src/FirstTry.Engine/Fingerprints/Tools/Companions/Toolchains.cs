using System.Collections.Generic;
using System.IO;

namespace FirstTry.Engine.Fingerprints.Tools.Companions;

/// <summary>What programs choose from that are only the front of a toolchain: the SDKs and runtimes of .NET, the toolchains of Rust, Go's own.</summary>
internal static class Toolchains
{
    /// <summary>Names of what is installed: every version counts, whichever is chosen.</summary>
    internal static IEnumerable<(string Name, string Text)> InstalledFor(ToolFile program, PlainFiles files)
    {
        var folder = Path.GetDirectoryName(program.RealPlace)!;
        switch (Path.GetFileName(program.Place))
        {
            case "dotnet":
                yield return ("SDKs", string.Join('\n', PlainFiles.NamesIn(Path.Combine(folder, "sdk"))));
                foreach (var framework in PlainFiles.NamesIn(Path.Combine(folder, "shared")))
                {
                    yield return ("runtime " + framework, string.Join('\n', PlainFiles.NamesIn(Path.Combine(folder, "shared", framework))));
                }

                break;
            case "java" or "javac":
                yield return ("release", files.TextOf(Path.Combine(folder, "../release")));
                break;
        }
    }

    /// <summary>Files of a toolchain, with what each is called in a fingerprint; not all are there.</summary>
    internal static IEnumerable<(string Name, string Place)> FilesOf(ToolFile program, string? rustupHome)
    {
        var folder = Path.GetDirectoryName(program.RealPlace)!;
        switch (Path.GetFileName(program.Place))
        {
            case "go":
                yield return ("VERSION", Path.Combine(folder, "../VERSION"));
                yield return ("compiler", CompilerOfGo(folder));
                break;
            case "dotnet":
                foreach (var version in PlainFiles.NamesIn(Path.Combine(folder, "sdk")))
                {
                    yield return ("SDK " + version, Path.Combine(folder, "sdk", version, "dotnet.dll"));
                    yield return ("version of SDK " + version, Path.Combine(folder, "sdk", version, ".version"));
                }

                break;
            case "cargo" or "rustc" or "rustfmt" or "clippy-driver" or "cargo-clippy" or "cargo-fmt" when rustupHome is not null:
                foreach (var toolchain in PlainFiles.NamesIn(Path.Combine(rustupHome, "toolchains")))
                {
                    var place = Path.Combine(rustupHome, "toolchains", toolchain);
                    yield return ("toolchain " + toolchain, Path.Combine(place, "bin", "rustc"));
                    yield return ("program of toolchain " + toolchain, Path.Combine(place, "bin", Path.GetFileName(program.Place)));
                    yield return ("manifest of toolchain " + toolchain, Path.Combine(place, "lib/rustlib/multirust-channel-manifest.toml"));
                }

                break;
        }
    }

    private static string CompilerOfGo(string folder)
    {
        var tools = Path.Combine(folder, "../pkg/tool");
        foreach (var platform in PlainFiles.NamesIn(tools))
        {
            return Path.Combine(tools, platform, "compile");
        }

        return tools;
    }
}
