using System;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Cli;

/// <summary>
/// Writes through to a stream until its reader is gone (<c>firsttry run | head</c>); what is written after that goes nowhere. A verdict does not
/// change because nobody reads it.
/// </summary>
/// <param name="mustArrive">Whether it is an error when something else than a reader that left keeps the bytes from arriving.</param>
internal sealed class ReaderMayLeaveStream(Stream inner, bool mustArrive) : Stream
{
    private const int BrokenPipe = 32;
    private const int Closed = 9;
    private const int NoData = unchecked((int)0x800700E8);
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);
    private bool _isGone;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isGone)
        {
            return;
        }

        try
        {
            inner.Write(buffer);
        }
        catch (IOException exception) when (!mustArrive || IsReaderGone(exception))
        {
            _isGone = true;
        }
        catch (UnauthorizedAccessException)
        {
            // A descriptor that is not open for writing: there never was a reader.
            _isGone = true;
        }
        catch (IOException exception)
        {
            // A full disk: somebody waits for what cannot be written, and must not take half of it for the whole.
            _isGone = true;
            throw new UsageException($"the output cannot be written: {exception.Message}");
        }
    }

    // On POSIX systems the number of the error is that of the C library, on Windows that of the system.
    private static bool IsReaderGone(IOException exception) =>
        OperatingSystem.IsWindows() ? exception.HResult is NoData or BrokenPipeOnWindows : exception.HResult is BrokenPipe or Closed;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (!_isGone)
        {
            inner.Flush();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
