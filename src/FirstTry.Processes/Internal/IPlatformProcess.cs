using System;
using System.Threading;

namespace FirstTry.Processes.Internal;

/// <summary>A started process as one kind of system sees it.</summary>
internal interface IPlatformProcess : IDisposable
{
    int Id { get; }

    ProcessOutcome Wait(CancellationToken cancellation);
}
