using System;
using System.IO;
using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>
/// Writes straight to a descriptor that was open when the program began. The framework's console stream sets up the terminal for reading
/// keys before its first byte: it reads the terminal's description, changes its modes, and sends it an escape sequence. POSIX systems only.
/// </summary>
public sealed class DescriptorStream : Stream
{
    private const int GetFlags = 1;
    private readonly int _descriptor;

    private DescriptorStream(int descriptor) => _descriptor = descriptor;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The stream of a descriptor; one that swallows everything where the descriptor is not open, as another file may take its number.</summary>
    public static Stream Open(int descriptor) => LibC.fcntl(descriptor, GetFlags) == -1 ? Null : new DescriptorStream(descriptor);

    /// <inheritdoc />
    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            for (var written = 0; written < buffer.Length;)
            {
                var count = LibC.write(_descriptor, start + written, (nuint)(buffer.Length - written));
                if (count >= 0)
                {
                    written += (int)count;
                }
                else
                {
                    WaitOrThrow();
                }
            }
        }
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    // A terminal that somebody else made non-blocking takes more as soon as it can.
    private unsafe void WaitOrThrow()
    {
        var error = LibC.Errno;
        if (error == Errors.TryAgain)
        {
            var wanted = new PollDescriptor(_descriptor, PollDescriptor.Out);
            _ = LibC.poll(&wanted, 1, -1);
        }
        else if (error != Errors.Interrupted)
        {
            throw new IOException(Errors.Describe(error), error);
        }
    }
}
