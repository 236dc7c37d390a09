using System;
using System.Runtime.InteropServices;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>The <c>struct rusage</c> of 64-bit systems; only its first fields are read. Source: getrusage(2).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ResourceUsage
{
    private long _userSeconds;
    private long _userMicroseconds;
    private long _systemSeconds;
    private long _systemMicroseconds;
    private long _mostResident;
    private fixed long _others[13];

    /// <summary>Processor time of the process and of the descendants that it waited for.</summary>
    public readonly TimeSpan Cpu =>
        TimeSpan.FromSeconds(_userSeconds + _systemSeconds) + TimeSpan.FromMicroseconds(Microseconds(_userMicroseconds) + Microseconds(_systemMicroseconds));

    /// <summary>The most memory that one of them held, in bytes. Linux counts in kilobytes, macOS in bytes.</summary>
    public readonly long PeakMemory => OperatingSystem.IsLinux() ? _mostResident * 1024 : _mostResident;

    // On macOS this field has 32 bits, and what follows is padding.
    private static int Microseconds(long field) => (int)field;
}
