using System;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>The ends of the pipes between us and one child; -1 where there is no pipe.</summary>
internal sealed class Streams : IDisposable
{
    public int Input = -1;
    public int Output = -1;
    public int Error = -1;
    public int ChildInput = -1;
    public int ChildOutput = -1;
    public int ChildError = -1;

    public bool AreOpen => Output >= 0 || Error >= 0;

    /// <summary>Opens what a process needs; null when the system has no descriptors left.</summary>
    public static Streams? Open(ProcessSpec spec)
    {
        var streams = new Streams();
        if (spec.Terminal || streams.OpenPipes(spec))
            return streams;

        streams.Dispose();
        return null;
    }

    public void CloseChildEnds()
    {
        Descriptors.Close(ref ChildInput);
        Descriptors.Close(ref ChildOutput);
        Descriptors.Close(ref ChildError);
    }

    public void Dispose()
    {
        CloseChildEnds();
        Descriptors.Close(ref Input);
        Descriptors.Close(ref Output);
        Descriptors.Close(ref Error);
    }

    private bool OpenPipes(ProcessSpec spec) =>
        Descriptors.TryPipe(out Output, out ChildOutput)
        && (spec.MergeOutput || Descriptors.TryPipe(out Error, out ChildError))
        && ((spec.Input is not { Length: > 0 } && spec.Dialogue is null) || Descriptors.TryPipe(out ChildInput, out Input));
}
