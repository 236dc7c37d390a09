using System;
using System.Globalization;
using System.Text;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Marks as text: device, inode, size, mode, the time of the content, and the digest; empty for no file.</summary>
internal static class MarkText
{
    public static byte[] Write(FileMark? mark) => mark is null ? [] : Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{mark.Stat.Device} {mark.Stat.Inode} {mark.Stat.Size} {mark.Stat.Mode} {mark.Stat.ModifiedNanoseconds} {Convert.ToHexStringLower(mark.Digest)}"));

    /// <summary>Reads a mark; false when it is none.</summary>
    public static bool TryRead(byte[] text, out FileMark? mark)
    {
        mark = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (Encoding.ASCII.GetString(text).Split(' ') is not [var device, var inode, var size, var mode, var modified, var digest]
            || !ulong.TryParse(device, CultureInfo.InvariantCulture, out var deviceNumber)
            || !ulong.TryParse(inode, CultureInfo.InvariantCulture, out var inodeNumber)
            || !long.TryParse(size, CultureInfo.InvariantCulture, out var length)
            || !uint.TryParse(mode, CultureInfo.InvariantCulture, out var bits)
            || !long.TryParse(modified, CultureInfo.InvariantCulture, out var time))
        {
            return false;
        }

        mark = new FileMark(new FileStat(deviceNumber, inodeNumber, length, bits, time, 0), Convert.FromHexString(digest));
        return true;
    }
}
