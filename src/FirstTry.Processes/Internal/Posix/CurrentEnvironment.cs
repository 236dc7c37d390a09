using System;
using System.Runtime.InteropServices;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>The C library's <c>environ</c>: the only place that has the variables as bytes.</summary>
internal static unsafe class CurrentEnvironment
{
    public static byte[][] Read()
    {
        var environ = OperatingSystem.IsLinux()
            ? *(byte***)NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "environ")
            : *LibC.NsGetEnviron();
        if (environ is null)
            return [];

        var count = 0;
        while (environ[count] is not null)
            count++;

        var entries = new byte[count][];
        for (var i = 0; i < count; i++)
            entries[i] = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(environ[i]).ToArray();

        return entries;
    }
}
