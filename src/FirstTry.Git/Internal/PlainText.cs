using System.IO;
using System.Text;

namespace FirstTry.Git.Internal;

/// <summary>The text of git's own small files. The library's reader of text takes several pages of memory for its buffers, for a line of 20 bytes.</summary>
internal static class PlainText
{
    /// <summary>The text of a UTF-8 file, without a byte order mark.</summary>
    public static string Read(string file)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(file));
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }
}
