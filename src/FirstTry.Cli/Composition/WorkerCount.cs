using System.Globalization;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>Reads how many checks may run at once.</summary>
internal static class WorkerCount
{
    private const int Most = 1024;

    /// <summary>The number; null when nothing was given or <c>auto</c>.</summary>
    /// <param name="source">The option or variable, for the message.</param>
    /// <exception cref="UsageException">It is neither <c>auto</c> nor a number from 1 to 1024.</exception>
    public static int? Read(string? text, string source)
    {
        if (text is null or "auto")
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Most
            ? count
            : throw new UsageException($"{source}: '{text}' is neither 'auto' nor a number from 1 to {Most}.");
    }
}
