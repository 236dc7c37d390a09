using System;

namespace FirstTry.Git.Internal.Native;

/// <summary>Large arrays that are written from end to end.</summary>
internal static unsafe class FreshMemory
{
    private const int PopulateForWriting = 23;
    private const int PageSize = 4096;
    private const int LeastBytes = 8 * PageSize;

    /// <summary>
    /// An array whose content is not defined yet. Linux gets its pages in one call instead of one by one when they are first written, which
    /// takes a third of the time; a kernel before 5.14 does not know the call, and all is as without it.
    /// </summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        var bytes = (long)length * sizeof(T);
        if (OperatingSystem.IsLinux() && bytes >= LeastBytes)
        {
            fixed (T* start = array)
            {
                var first = ((nint)start + PageSize - 1) & ~(PageSize - 1);
                var end = ((nint)start + (nint)bytes) & ~(PageSize - 1);
                _ = LibC.Advise(first, (nuint)(end - first), PopulateForWriting);
            }
        }

        return array;
    }
}
