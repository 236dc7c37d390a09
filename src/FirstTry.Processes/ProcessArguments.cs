using System.Collections.Generic;
using System.Text;

namespace FirstTry.Processes;

/// <summary>Makes argument lists from text.</summary>
public static class ProcessArguments
{
    /// <summary>The UTF-8 bytes of each argument.</summary>
    public static IReadOnlyList<byte[]> Of(params string[] arguments)
    {
        var bytes = new byte[arguments.Length][];
        for (var i = 0; i < arguments.Length; i++)
            bytes[i] = Encoding.UTF8.GetBytes(arguments[i]);

        return bytes;
    }
}
