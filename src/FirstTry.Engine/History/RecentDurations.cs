using System;
using System.Collections.Generic;

namespace FirstTry.Engine.History;

/// <summary>How long checks took when they last ran, or took to run where a remembered result stood in; from the last few runs only.</summary>
public sealed class RecentDurations
{
    private const int MostRuns = 8;
    private readonly byte[] _lines;
    private readonly Dictionary<string, TimeSpan> _durations = new(StringComparer.Ordinal);
    private int _end;
    private int _runs;

    internal RecentDurations(byte[] lines)
    {
        _lines = lines;
        _end = lines.Length;
    }

    /// <summary>The time of a check; null when none of the last runs had it. Reads back as far as it must: most often one line.</summary>
    public TimeSpan? Of(string check)
    {
        TimeSpan duration;
        while (!_durations.TryGetValue(check, out duration))
        {
            if (_end == 0 || _runs == MostRuns)
            {
                return null;
            }

            AddRun();
        }

        return duration;
    }

    private void AddRun()
    {
        var start = _lines.AsSpan(0, _end - 1).LastIndexOf((byte)'\n') + 1;
        foreach (var check in PastRunFormat.Read(_lines.AsMemory(start, _end - start))?.Checks ?? [])
        {
            if (check.IsExecuted || check.IsCached)
            {
                _durations.TryAdd(check.Name, check.IsCached ? check.Saved : check.Duration);
            }
        }

        _end = start;
        _runs++;
    }
}
