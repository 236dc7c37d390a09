using System;
using System.Text;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Absolute paths as bytes.</summary>
internal static class DiskPath
{
    /// <summary>The bytes of a path that is text.</summary>
    public static byte[] Of(string path) => Encoding.UTF8.GetBytes(path);

    /// <summary>A path below a folder.</summary>
    public static byte[] Below(byte[] folder, ReadOnlySpan<byte> path) => [.. folder, (byte)'/', .. path];

    /// <summary>A path below a folder.</summary>
    public static byte[] Below(byte[] folder, string path) => Below(folder, Encoding.UTF8.GetBytes(path));

    /// <summary>The folder that holds a path; empty when it has no slash.</summary>
    public static byte[] ParentOf(ReadOnlySpan<byte> path) => path[..Math.Max(0, path.LastIndexOf((byte)'/'))].ToArray();

    /// <summary>For messages.</summary>
    public static string ToText(ReadOnlySpan<byte> path) => Encoding.UTF8.GetString(path);
}
