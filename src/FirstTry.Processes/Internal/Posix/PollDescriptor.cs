using System.Runtime.InteropServices;

namespace FirstTry.Processes.Internal.Posix;

/// <summary><c>struct pollfd</c>; a negative descriptor is passed over.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor(int descriptor, short events)
{
    public const short In = 1;
    public const short Out = 4;

    public int Descriptor = descriptor;
    public short Events = events;
    public short Returned;

    public readonly bool IsReady => Returned != 0;

    public readonly bool HasInput => (Returned & In) != 0;
}
