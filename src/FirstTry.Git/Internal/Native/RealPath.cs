using System;
using System.IO;
using System.Text;

namespace FirstTry.Git.Internal.Native;

/// <summary>Paths free of symbolic links and of dots, as bytes.</summary>
internal static unsafe class RealPath
{
    private const int LongestPath = 4096;

    /// <summary>The real path of a folder that exists, with <c>/</c> between segments; null when there is none.</summary>
    public static byte[]? Of(byte[] folder)
    {
        if (OperatingSystem.IsWindows())
        {
            var text = Path.GetFullPath(Encoding.UTF8.GetString(folder));
            return Directory.Exists(text) ? Encoding.UTF8.GetBytes(text.Replace('\\', '/').TrimEnd('/')) : null;
        }

        byte[] ended = [.. folder, 0];
        var result = new byte[LongestPath + 1];
        fixed (byte* path = ended, real = result)
        {
            return LibC.RealPath(path, real) == 0 ? null : result[..result.AsSpan().IndexOf((byte)0)];
        }
    }
}
