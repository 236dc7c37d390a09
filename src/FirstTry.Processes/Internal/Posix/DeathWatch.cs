using System;
using System.Globalization;
using System.Text;
using System.Threading;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>
/// A shell that does nothing but wait for the end of this process, and then ends what carries our mark: nobody who is killed can clean up
/// behind himself. A child's own death signal (PR_SET_PDEATHSIG) is no way: it fires when the thread ends that started the child. Short
/// runs never get here: the shell is started once a process has run for a while.
/// </summary>
internal static unsafe class DeathWatch
{
    /// <summary>How long a process runs before somebody watches over it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    // The read ends when our end of the pipe is closed, which the system does whatever we die of. Twice, since what is asked to go may
    // start something else first.
    private const string Script = """
        trap '' INT TERM HUP QUIT PIPE
        read -r _
        signal() {
            for process in /proc/[0-9]*; do
                grep -qzE "^FIRSTTRY_PROCESS=([^;]*;)*$1-" "$process/environ" 2>/dev/null && kill "-$2" "${process#/proc/}" 2>/dev/null
            done
        }
        signal "$1" TERM
        sleep 1
        signal "$1" KILL
        signal "$1" KILL
        """;

    private static readonly Lock Gate = new();
    private static int _id;
    private static bool _wasTried;
    private static Streams? _streams;

    /// <summary>Whether nobody watches yet and somebody should.</summary>
    public static bool IsMissing => ProcessTree.IsAdopting && !_wasTried;

    /// <summary>Starts the shell, once.</summary>
    public static void Begin()
    {
        lock (Gate)
        {
            if (_wasTried)
                return;

            _wasTried = true;
            Start();
        }
    }

    /// <summary>Ends the shell: what is left is left on purpose.</summary>
    public static void End()
    {
        lock (Gate)
        {
            _wasTried = false;
            if (_id == 0)
                return;

            int status;
            _ = LibC.kill(_id, Signals.Kill);
            _ = LibC.waitpid(_id, &status, 0);
            _streams?.Dispose();
            (_id, _streams) = (0, null);
        }
    }

    private static void Start()
    {
        var spec = new ProcessSpec
        {
            Program = "/bin/sh",
            Arguments = ProcessArguments.Of("-c", Script, "firsttry-watch", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)),
            WorkingDirectory = "/",
            Environment = EnvironmentOfWatch(),
            Input = [0],
            MergeOutput = true,
        };
        if (Streams.Open(spec) is not { } streams)
            return;

        _id = Spawn.Start(spec, spec.Environment, streams, out _);
        streams.CloseChildEnds();
        if (_id == 0)
            streams.Dispose();
        else
            _streams = streams;
    }

    // Marked as somebody's, so that nobody takes it for an orphan; but not as one of ours, which it would end.
    private static EnvironmentBlock EnvironmentOfWatch()
    {
        var current = EnvironmentBlock.FromCurrentProcess();
        byte[] mark = [.. current.GetBytes(ProcessMark.Variable) ?? [], .. Encoding.ASCII.GetBytes("watch;")];
        return EnvironmentBlock.Empty.With("PATH", current["PATH"] ?? "/usr/bin:/bin").WithBytes(ProcessMark.Variable, mark);
    }
}
