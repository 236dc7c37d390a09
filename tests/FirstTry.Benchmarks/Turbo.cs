using System.IO;
using System.Runtime.InteropServices;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>turbo's native program, of one exact version, from its npm package, kept beside the temporary files.</summary>
internal static class Turbo
{
    private const string Version = "2.11.11";

    /// <summary>Finds the program, installing it the first time.</summary>
    /// <exception cref="BenchmarkException">npm could not install it.</exception>
    public static Peer Find()
    {
        var cache = Path.Combine(Path.GetTempPath(), $"firsttry-benchmarks/turbo-{Version}");
        var program = Path.Combine(cache, $"node_modules/@turbo/{Platform}/bin/turbo");
        if (!File.Exists(program))
            Install(cache, program);

        return new Peer($"turbo {Version}", program, ["run", "check", "--no-daemon", "--no-update-notifier", "--output-logs=errors-only"]);
    }

    private static string Platform
    {
        get
        {
            var system = System.OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? $"{system}-arm64" : $"{system}-64";
        }
    }

    private static void Install(string cache, string program)
    {
        Directory.CreateDirectory(cache);
        var result = CommandLine.Run(
            cache, "npm", ["install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", $"turbo@{Version}"]);
        if (result.ExitCode != 0 || !File.Exists(program))
            throw new BenchmarkException($"npm could not install turbo {Version} into {cache}: {result}");
    }
}
