using System.Runtime.InteropServices;

namespace FirstTry.Processes.Internal.Posix;

/// <content>Threads. These functions return the error instead of setting errno.</content>
internal static unsafe partial class LibC
{
    [LibraryImport(Library)]
    public static partial int pthread_create(nint* id, void* attributes, delegate* unmanaged<nint, nint> start, nint argument);

    [LibraryImport(Library)]
    public static partial int pthread_attr_init(void* attributes);

    [LibraryImport(Library)]
    public static partial int pthread_attr_destroy(void* attributes);

    [LibraryImport(Library)]
    public static partial int pthread_attr_setstacksize(void* attributes, nuint bytes);

    [LibraryImport(Library)]
    public static partial int pthread_attr_setdetachstate(void* attributes, int state);
}
