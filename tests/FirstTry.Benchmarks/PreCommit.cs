using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>pre-commit as the distribution packages it.</summary>
internal static class PreCommit
{
    /// <summary>Finds the program, installing it with apt where that is allowed.</summary>
    /// <exception cref="BenchmarkException">It is not there and could not be installed.</exception>
    public static Peer Find()
    {
        if (Version() is not { Length: > 0 } version)
        {
            var result = CommandLine.Run(
                "/", "sh", ["-c", "if [ \"$(id -u)\" = 0 ]; then sudo=; else sudo='sudo -n'; fi; $sudo apt-get install -y -qq --no-install-recommends pre-commit"]);
            version = Version();
            if (version.Length == 0)
                throw new BenchmarkException($"pre-commit is not installed, and apt-get could not install it: {result}");
        }

        var program = CommandLine.Run("/", "sh", ["-c", "command -v pre-commit"]).Output.Trim();
        return new Peer(version, program, ["run", "--color", "never"]);
    }

    // "pre-commit 4.0.1"; empty where there is none.
    private static string Version() => CommandLine.Run("/", "sh", ["-c", "pre-commit --version 2>/dev/null"]).Output.Trim();
}
