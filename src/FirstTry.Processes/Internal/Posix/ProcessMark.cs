using System;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>
/// A variable that every descendant inherits and that tells whose it is. A check that runs firsttry itself adds its own mark
/// behind ours, so that both find what is theirs.
/// </summary>
internal readonly struct ProcessMark
{
    public const string Variable = "FIRSTTRY_PROCESS";

    private static long _last = Stopwatch.GetTimestamp();
    private readonly byte[] _text;

    private ProcessMark(string text) => _text = Encoding.ASCII.GetBytes(text);

    public static ProcessMark Next() =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref _last):x};"));

    public EnvironmentBlock AddTo(EnvironmentBlock environment) =>
        environment.WithBytes(Variable, [.. environment.GetBytes(Variable) ?? [], .. _text]);

    public bool IsIn(byte[] environment) => environment.AsSpan().IndexOf(_text) >= 0;

    /// <summary>Whether an environment has a mark that begins with the number of a process and a dash.</summary>
    public static bool IsOf(ReadOnlySpan<byte> process, ReadOnlySpan<byte> environment)
    {
        foreach (var range in environment.Split((byte)0))
        {
            var entry = environment[range];
            if (!entry.StartsWith("FIRSTTRY_PROCESS="u8))
                continue;

            var marks = entry["FIRSTTRY_PROCESS=".Length..];
            foreach (var mark in marks.Split((byte)';'))
            {
                if (marks[mark].StartsWith(process))
                    return true;
            }
        }

        return false;
    }

    public static bool AnyIn(byte[] environment) => environment.AsSpan().IndexOf("FIRSTTRY_PROCESS="u8) >= 0;
}
