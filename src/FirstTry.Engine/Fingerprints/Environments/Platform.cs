using System;
using System.Runtime.InteropServices;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Fingerprints.Remembering;

namespace FirstTry.Engine.Fingerprints.Environments;

/// <summary>What machine this is, as far as results depend on it.</summary>
internal static unsafe partial class Platform
{
    private const string Release = "/etc/os-release";

    /// <summary>The section, which is the same for every check of a run.</summary>
    internal static byte[] Describe()
    {
        var document = new DocumentWriter();
        document.Begin(Ingredient.Platform);
        document.Item("system", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : OperatingSystem.IsLinux() ? "linux" : "other");
        document.Item("architecture", Architecture());
        document.Item("library", LibraryVersion());
        document.Item("release", OperatingSystem.IsLinux() ? Sha256.Of(ReplacedFile.Read(Release)).ToString() : RuntimeInformation.OSDescription);
        return document.Written.ToArray();
    }

    // The names that the framework has for them, without the reflection that it takes to find them.
    private static string Architecture() => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "X64",
        System.Runtime.InteropServices.Architecture.Arm64 => "Arm64",
        var other => other.ToString(),
    };

    private static string LibraryVersion()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "system";
        }

        try
        {
            return "glibc " + Marshal.PtrToStringUTF8((nint)GnuVersion());
        }
        catch (EntryPointNotFoundException)
        {
            return "musl";
        }
    }

    [LibraryImport("libc", EntryPoint = "gnu_get_libc_version")]
    private static partial byte* GnuVersion();
}
