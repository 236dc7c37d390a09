using System.Reflection;

namespace FirstTry.Cli;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    /// <summary>Major, minor and patch, with a suffix for a pre-release.</summary>
    public static string Text =>
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
