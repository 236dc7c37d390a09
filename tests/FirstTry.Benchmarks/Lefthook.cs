using System;
using System.IO;
using System.Runtime.InteropServices;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>lefthook's native program, of one exact version, from its npm package, kept beside the temporary files.</summary>
internal static class Lefthook
{
    private const string Version = "2.2.2";

    /// <summary>Finds the program, installing it the first time.</summary>
    /// <exception cref="BenchmarkException">npm could not install it.</exception>
    public static Peer Find()
    {
        var cache = Path.Combine(Path.GetTempPath(), $"firsttry-benchmarks/lefthook-{Version}");
        var program = Path.Combine(cache, $"node_modules/lefthook-{Platform}/bin/lefthook");
        if (!File.Exists(program))
            Install(cache, program);

        return new Peer($"lefthook {Version}", program, ["run", "pre-commit"]);
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? $"{system}-arm64" : $"{system}-x64";
        }
    }

    private static void Install(string cache, string program)
    {
        Directory.CreateDirectory(cache);
        var result = CommandLine.Run(
            cache, "npm", ["install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", $"lefthook@{Version}"]);
        if (result.ExitCode != 0 || !File.Exists(program))
            throw new BenchmarkException($"npm could not install lefthook {Version} into {cache}: {result}");
    }
}
