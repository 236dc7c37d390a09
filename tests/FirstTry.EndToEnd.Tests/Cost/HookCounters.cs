using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FirstTry.EndToEnd.Tests.Cost;

/// <summary>What one run of a hook did to the files of its repository and of its store, as counts that no machine changes.</summary>
/// <param name="Processes">Programs started.</param>
/// <param name="Opened">Files and folders opened.</param>
/// <param name="LookedAt">Questions for the state of a file.</param>
/// <param name="Listed">Pieces of folders read.</param>
/// <param name="Reads">Calls that read content.</param>
/// <param name="BytesRead">What they read.</param>
/// <param name="Changes">Calls that write, make, rename or remove.</param>
/// <param name="Hashed">Files hashed for fingerprints.</param>
internal sealed record HookCounters(int Processes, int Opened, int LookedAt, int Listed, int Reads, int BytesRead, int Changes, int Hashed)
{
    /// <summary>The names of the columns of <see cref="ToLine"/>.</summary>
    internal static readonly string Header = Line(
        "run", [nameof(Processes), nameof(Opened), nameof(LookedAt), nameof(Listed), nameof(Reads), nameof(BytesRead), nameof(Changes), nameof(Hashed)]);

    private int[] Values => [Processes, Opened, LookedAt, Listed, Reads, BytesRead, Changes, Hashed];

    /// <summary>A line of the baseline.</summary>
    internal string ToLine(string run) => Line(run, Values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads a line of the baseline.</summary>
    internal static (string Run, HookCounters Counters) Parse(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var values = Array.ConvertAll(fields[1..], field => int.Parse(field, CultureInfo.InvariantCulture));
        return (fields[0], new HookCounters(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]));
    }

    /// <summary>
    /// What is more than a baseline allows. Processes and hashed files are exact. Threads divide the files anew in each run, and open a folder
    /// once each: a twentieth and eight calls more are allowed, and a tenth and 4 KB more bytes, for the history grows from run to run.
    /// </summary>
    /// <param name="look">
    /// What one look at everything takes. Checks that end one after the other share a look at what they left, as long as they are short: on a busy
    /// machine each may take its own, two more than at best. Null where nothing is executed and remembered.
    /// </param>
    internal IEnumerable<string> Beyond(HookCounters baseline, HookCounters? look)
    {
        var names = Header.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        for (var i = 0; i < names.Length; i++)
        {
            var (now, then) = (Values[i], baseline.Values[i]);
            then += names[i] is nameof(Processes) or nameof(Hashed) or nameof(Changes) || look is null ? 0 : 2 * look.Values[i];
            var most = names[i] switch
            {
                nameof(Processes) or nameof(Hashed) => then,
                nameof(BytesRead) => then + (then / 10) + 4096,
                _ => then + (then / 20) + 8,
            };
            if (now > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{names[i]}: {now}, at most {most} (baseline {then})");
            }
        }
    }

    private static string Line(string run, IEnumerable<string> fields) => run.PadRight(24) + string.Concat(fields.Select(field => field.PadLeft(11)));
}
