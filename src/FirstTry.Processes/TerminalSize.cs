using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>How many characters a terminal shows.</summary>
/// <param name="Columns">In a line.</param>
/// <param name="Rows">Lines.</param>
public readonly record struct TerminalSize(int Columns, int Rows)
{
    private const int StandardOutput = 1;

    /// <summary>What a terminal has that does not say: the size of the first ones.</summary>
    public static TerminalSize Usual { get; } = new(80, 24);

    /// <summary>The size, right now, of the terminal that standard output goes to. POSIX systems only.</summary>
    public static unsafe TerminalSize OfStandardOutput()
    {
        // Rows, columns and two sizes in pixels. The framework's own question would set up the terminal for its own use first.
        var size = stackalloc ushort[4];
        return LibC.WindowSize(StandardOutput, size) == 0 && size[0] > 0 && size[1] > 0 ? new(size[1], size[0]) : Usual;
    }
}
