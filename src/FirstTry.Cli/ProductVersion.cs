namespace FirstTry.Cli;

/// <summary>The version of this program. The build writes the constant: to look for an attribute of the assembly costs a quarter of a millisecond.</summary>
internal static partial class ProductVersion
{
    /// <summary>Major, minor and patch, with a suffix for a pre-release.</summary>
    public static string Text => Constant;
}
