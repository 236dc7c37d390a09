using System;
using System.Globalization;
using System.Text;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Build;

/// <summary>What it takes to compile native code: a .NET SDK and a linker.</summary>
internal static class Toolchain
{
    private const int Major = 10;
    private const string AsBefore = "Until then the hooks run firsttry itself, as before.";
    private static readonly string[] Linkers = ["clang", "gcc"];

    /// <summary>Says what is missing, before anything is written.</summary>
    /// <exception cref="UsageException">Something is missing.</exception>
    public static void Require(string directory, EnvironmentBlock environment)
    {
        if (Programs.WhyMissing("dotnet", directory, environment) is { } reason)
        {
            throw new UsageException($"a runner is compiled by the .NET SDK {Major}, and 'dotnet' was {reason}. Install it from https://dot.net and put it into PATH. {AsBefore}");
        }

        var listing = ProcessRunner.Run(new ProcessSpec
        {
            Program = "dotnet",
            Arguments = ProcessArguments.Of("--list-sdks"),
            WorkingDirectory = directory,
            Environment = environment,
            Timeout = TimeSpan.FromMinutes(1),
        });
        if (!HasSdk(Encoding.UTF8.GetString(listing.Output)))
        {
            throw new UsageException($"a runner is compiled by the .NET SDK {Major}, and this 'dotnet' has none ('dotnet --list-sdks'). Install it from https://dot.net. {AsBefore}");
        }

        if (!OperatingSystem.IsWindows() && !Array.Exists(Linkers, linker => Programs.WhyMissing(linker, directory, environment) is null))
        {
            var where = OperatingSystem.IsMacOS() ? "'xcode-select --install' installs it" : "Install clang or gcc with the package manager of the system ('apt install clang')";
            throw new UsageException($"native code needs a linker, and neither clang nor gcc was found. {where}. {AsBefore}");
        }
    }

    // Lines such as "10.0.401 [/usr/share/dotnet/sdk]".
    private static bool HasSdk(string listing)
    {
        foreach (var line in listing.Split('\n'))
        {
            var end = line.IndexOf('.', StringComparison.Ordinal);
            if (end > 0 && int.TryParse(line[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= Major)
            {
                return true;
            }
        }

        return false;
    }
}
