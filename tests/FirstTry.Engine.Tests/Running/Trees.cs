using System;
using System.Globalization;
using System.IO;
using System.Threading;

namespace FirstTry.Engine.Tests.Running;

/// <summary>Looks whether processes that a check started are still there.</summary>
internal static class Trees
{
    /// <summary>Fails when the process is still running; one that nobody has waited for yet has ended all the same.</summary>
    internal static void AssertGone(string id)
    {
        var status = $"/proc/{int.Parse(id, CultureInfo.InvariantCulture)}/stat";
        var isGone = SpinWait.SpinUntil(() => !IsRunning(status), TimeSpan.FromSeconds(10));
        Assert.True(isGone, $"process {id.Trim()} is still running");
    }

    private static bool IsRunning(string status)
    {
        try
        {
            var text = File.ReadAllText(status);
            return text[(text.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
