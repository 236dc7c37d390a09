using System;
using System.IO;
using System.Text;
using System.Threading;
using FirstTry.Processes;

namespace FirstTry.Cli.Screens.Live;

/// <summary>
/// A terminal with some lines at its end that change. The cursor rests at the beginning of the first of them: whatever a resize does to
/// them, they are below it, and one sequence takes them all away. What is written to the stream takes their place, and they move down.
/// </summary>
internal sealed class LiveStream(Stream terminal, Func<TerminalSize> size) : Stream
{
    private readonly Lock _gate = new();
    private Func<TerminalSize, string[]>? _draw;
    private TerminalSize _size = TerminalSize.Usual;
    private bool _isShown;
    private bool _isAtLineStart = true;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Shows these lines from now on, or none; they are drawn anew with each call and whenever something is written.</summary>
    public void Show(Func<TerminalSize, string[]>? draw)
    {
        lock (_gate)
        {
            _draw = draw;
            if (draw is null)
            {
                Erase();
                terminal.Flush();
            }
            else
            {
                Redraw();
            }
        }
    }

    /// <summary>Takes the lines away while something is written to the terminal by another way.</summary>
    public void Beside(Action write)
    {
        lock (_gate)
        {
            Erase();
            terminal.Flush();
            write();
            Redraw();
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            Erase();
            terminal.Write(buffer);
            _isAtLineStart = buffer.IsEmpty ? _isAtLineStart : buffer[^1] == (byte)'\n';
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        lock (_gate)
        {
            terminal.Flush();
            Redraw();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Erase()
    {
        if (_isShown)
        {
            terminal.Write("\r\e[J"u8);
            _isShown = false;
        }
    }

    // Over the lines that are there, each to its end, so that nothing flickers; then back to the first of them. Nothing wraps meanwhile:
    // a terminal that has just become narrower cuts the lines off, and their number stays right.
    private void Redraw()
    {
        if (_draw is null || !_isAtLineStart)
        {
            return;
        }

        // After a resize some terminals take the lines for one that was wrapped, until all of them are erased.
        var now = size();
        var isResized = now != _size;
        _size = now;
        var lines = _draw(now);
        if (isResized || lines.Length == 0)
        {
            Erase();
        }

        if (lines.Length == 0)
        {
            terminal.Flush();
            return;
        }

        var frame = new StringBuilder("\e[?7l\r").AppendJoin("\e[K\r\n", lines).Append("\e[J\r\e[?7h");
        if (lines.Length > 1)
        {
            frame.Append("\e[").Append(lines.Length - 1).Append('A');
        }

        terminal.Write(Encoding.UTF8.GetBytes(frame.ToString()));
        terminal.Flush();
        _isShown = true;
    }
}
