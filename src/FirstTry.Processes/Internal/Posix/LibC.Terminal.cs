using System;
using System.Runtime.InteropServices;

namespace FirstTry.Processes.Internal.Posix;

/// <content>Questions about terminals.</content>
internal static unsafe partial class LibC
{
    private const nuint WindowSizeOnLinux = 0x5413;
    private const nuint WindowSizeOnBsd = 0x40087468;

    /// <summary>TIOCGWINSZ.</summary>
    public static int WindowSize(int descriptor, ushort* size)
    {
        if (OperatingSystem.IsLinux())
        {
            return ioctl(descriptor, WindowSizeOnLinux, size);
        }

        // On Apple's ARM processors what stands for "..." is on the stack: the registers before it are filled up.
        return RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? ioctl(descriptor, WindowSizeOnBsd, 0, 0, 0, 0, 0, 0, size)
            : ioctl(descriptor, WindowSizeOnBsd, size);
    }

    [LibraryImport(Library, SetLastError = true)]
    private static partial int ioctl(int descriptor, nuint request, void* argument);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int ioctl(int descriptor, nuint request, nint x2, nint x3, nint x4, nint x5, nint x6, nint x7, void* argument);
}
