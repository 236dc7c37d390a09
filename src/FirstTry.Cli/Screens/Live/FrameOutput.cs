using System.IO;
using System.Text;
using Spectre.Console;

namespace FirstTry.Cli.Screens.Live;

/// <summary>Where a frame is drawn: into text. The library's own output asks the framework's console, which would set up the terminal for reading keys.</summary>
internal sealed class FrameOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    private const int AnyHeight = 1000;

    public TextWriter Writer => writer;

    public bool IsTerminal => false;

    public int Width => width;

    public int Height => AnyHeight;

    public void SetEncoding(Encoding encoding)
    {
    }
}
