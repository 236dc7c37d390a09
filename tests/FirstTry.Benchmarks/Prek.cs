using System.IO;
using System.Runtime.InteropServices;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>prek's native program, of one exact version, from its npm package, kept beside the temporary files.</summary>
internal static class Prek
{
    private const string Version = "0.5.3";

    /// <summary>Finds the program, installing it the first time.</summary>
    /// <exception cref="BenchmarkException">npm could not install it.</exception>
    public static Peer Find()
    {
        var cache = Path.Combine(Path.GetTempPath(), $"firsttry-benchmarks/prek-{Version}");
        var program = Path.Combine(cache, $"node_modules/@j178/prek-{Platform}/prek");
        if (!File.Exists(program))
            Install(cache, program);

        return new Peer($"prek {Version}", program, ["run", "--all-files", "--color", "never"]);
    }

    private static string Platform
    {
        get
        {
            var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            return System.OperatingSystem.IsMacOS() ? $"darwin-{architecture}" : $"linux-{architecture}-gnu";
        }
    }

    private static void Install(string cache, string program)
    {
        Directory.CreateDirectory(cache);
        var result = CommandLine.Run(
            cache, "npm", ["install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", $"@j178/prek@{Version}"]);
        if (result.ExitCode != 0 || !File.Exists(program))
            throw new BenchmarkException($"npm could not install prek {Version} into {cache}: {result}");
    }
}
