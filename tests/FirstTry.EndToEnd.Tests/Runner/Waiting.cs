using System;
using System.Threading;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>Waits for what a process in the background does.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Looks again and again, up to a limit that no build comes near.</summary>
    internal static void Until(Func<bool> condition, Func<string> explanation)
    {
        var end = DateTime.UtcNow + Limit;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end, "waited in vain: " + explanation());
            Thread.Sleep(50);
        }
    }
}
