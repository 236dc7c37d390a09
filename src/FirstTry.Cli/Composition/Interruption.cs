using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace FirstTry.Cli.Composition;

/// <summary>
/// Turns the signals that end a program into the end of a run: children are ended first, then the program goes by itself. Listening costs a
/// thread, so it is begun only when there is something to end or to put back; until then a signal ends the program in the way of the system.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _source = new();
    private PosixSignalRegistration[]? _registrations;

    /// <summary>Cancelled when somebody wants the program to end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Listens from now on.</summary>
    public static Interruption Listen()
    {
        var interruption = new Interruption();
        interruption.Begin();
        return interruption;
    }

    /// <summary>Listens from now on, if it did not already.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _registrations ??= [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGHUP)];
        }
    }

    /// <summary>A signal ends the program in the way of the system again.</summary>
    public void End()
    {
        Array.ForEach(_registrations ?? [], static registration => registration.Dispose());
        _registrations = null;
    }

    public void Dispose()
    {
        End();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _source.Cancel();
    });
}
