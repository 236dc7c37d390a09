using System;
using System.Globalization;
using System.IO;
using System.Threading;

namespace FirstTry.EndToEnd.Tests;

/// <summary>A control group with a quota of processor time.</summary>
internal sealed class ControlGroup : IDisposable
{
    private const int Period = 100_000;
    private readonly string _folder;

    private ControlGroup(string folder) => _folder = folder;

    /// <summary>The file that takes the id of a process that joins.</summary>
    internal string Members => Path.Combine(_folder, "cgroup.procs");

    /// <summary>Makes one whose members get this much together; null where that is not allowed.</summary>
    internal static ControlGroup? TryCreate(int cores)
    {
        var isOld = Directory.Exists("/sys/fs/cgroup/cpu");
        var folder = Path.Combine(isOld ? "/sys/fs/cgroup/cpu" : "/sys/fs/cgroup", $"firsttry-test-{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(folder);
            var quota = (cores * Period).ToString(CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(folder, isOld ? "cpu.cfs_quota_us" : "cpu.max"), isOld ? quota : $"{quota} {Period}");
            return new ControlGroup(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            return null;
        }
    }

    public void Dispose()
    {
        // The last member may be on its way out.
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                Directory.Delete(_folder);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(20);
            }
        }
    }
}
