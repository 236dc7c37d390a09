using System;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>Lets a cancellation from another thread wake a thread that polls descriptors.</summary>
internal sealed class WakePipe : IDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private int _readEnd = -1;
    private int _writeEnd = -1;

    public WakePipe(CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled || !Descriptors.TryPipe(out _readEnd, out _writeEnd))
            return;

        // Closing the end that writes makes the other readable.
        _registration = cancellation.UnsafeRegister(static state => Descriptors.Close(ref ((WakePipe)state!)._writeEnd), this);
    }

    /// <summary>Readable once cancelled; -1 when that cannot happen.</summary>
    public int Descriptor => _readEnd;

    public void Dispose()
    {
        // Waits for a callback under way, so that no descriptor is closed that has a new owner by now.
        _registration.Dispose();
        Descriptors.Close(ref _readEnd);
        Descriptors.Close(ref _writeEnd);
    }
}
