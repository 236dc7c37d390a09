using System;
using System.Text;

namespace FirstTry.Processes.Internal.Posix;

/// <summary>One call of posix_spawn: the program, its arguments, variables, directory, streams, session and signals.</summary>
internal static unsafe class Spawn
{
    private const short SetGroup = 2;
    private const short SetSignalDefault = 4;
    private const short SetSignalMask = 8;
    private const short LinuxSetSession = 0x80;
    private const short MacSetSession = 0x400;
    private const short MacCloseOnExec = 0x4000;

    // posix_spawnattr_t has 336 bytes in glibc and musl, posix_spawn_file_actions_t 80, sigset_t 128; all are smaller elsewhere.
    private const int AttributesWords = 64;
    private const int ActionsWords = 32;
    private const int SignalSetWords = 32;

    /// <summary>Starts the process and returns its id; 0 with the reason when it cannot be started.</summary>
    public static int Start(ProcessSpec spec, EnvironmentBlock environment, Streams streams, out string? failure)
    {
        failure = FindNul(spec);
        var path = failure is null ? ProgramLookup.Find(spec, out failure) : null;
        if (path is null)
            return 0;

        Descriptors.OpenStandard();
        Signals.KeepExitCodes();
        try
        {
            var error = Start(spec, path, environment, streams, out var id);
            failure = error == 0 ? null : ProgramLookup.Explain(error, path, spec);
            return error == 0 ? id : 0;
        }
        catch (EntryPointNotFoundException)
        {
            failure = "not started: this system's C library cannot start programs in another directory (glibc 2.29 or later can)";
            return 0;
        }
    }

    private static int Start(ProcessSpec spec, byte[] path, EnvironmentBlock environment, Streams streams, out int id)
    {
        var actions = stackalloc ulong[ActionsWords];
        var attributes = stackalloc ulong[AttributesWords];
        using var arguments = NativeStrings.Of(spec.Program.Bytes, spec.Arguments);
        using var variables = NativeStrings.Of(environment.Entries);
        _ = LibC.posix_spawn_file_actions_init(actions);
        _ = LibC.posix_spawnattr_init(attributes);
        try
        {
            var error = Redirect(actions, spec, streams);
            if (error != 0)
            {
                id = 0;
                return error;
            }

            Configure(attributes, spec);
            int started;
            fixed (byte* program = path)
                error = LibC.posix_spawn(&started, program, actions, attributes, arguments.Pointers, variables.Pointers);

            id = started;
            return error;
        }
        finally
        {
            _ = LibC.posix_spawnattr_destroy(attributes);
            _ = LibC.posix_spawn_file_actions_destroy(actions);
        }
    }

    private static int Redirect(void* actions, ProcessSpec spec, Streams streams)
    {
        var error = spec.Terminal ? 0 : RedirectStreams(actions, streams);
        if (error != 0 || spec.WorkingDirectory.IsEmpty)
            return error;

        byte[] directory = [.. spec.WorkingDirectory.Bytes, 0];
        fixed (byte* start = directory)
            return LibC.posix_spawn_file_actions_addchdir_np(actions, start);
    }

    private static int RedirectStreams(void* actions, Streams streams)
    {
        int error;
        fixed (byte* empty = "/dev/null\0"u8)
        {
            error = streams.ChildInput < 0
                ? LibC.posix_spawn_file_actions_addopen(actions, 0, empty, flags: 0, mode: 0)
                : LibC.posix_spawn_file_actions_adddup2(actions, streams.ChildInput, 0);
        }

        error = error == 0 ? LibC.posix_spawn_file_actions_adddup2(actions, streams.ChildOutput, 1) : error;
        var errors = streams.ChildError >= 0 ? streams.ChildError : streams.ChildOutput;
        return error == 0 ? LibC.posix_spawn_file_actions_adddup2(actions, errors, 2) : error;
    }

    /// <summary>
    /// No terminal to ask at, and a group that one signal reaches as a whole. No signal blocked, and those back at their default
    /// which .NET or a background job ignores: what is ignored would stay ignored in the child.
    /// </summary>
    private static void Configure(void* attributes, ProcessSpec spec)
    {
        var signals = stackalloc ulong[SignalSetWords];
        _ = LibC.sigemptyset(signals);
        _ = LibC.posix_spawnattr_setsigmask(attributes, signals);
        _ = LibC.sigaddset(signals, Signals.Pipe);
        _ = LibC.sigaddset(signals, Signals.Interrupt);
        _ = LibC.sigaddset(signals, Signals.Quit);
        _ = LibC.sigaddset(signals, Signals.Terminate);
        _ = LibC.sigaddset(signals, Signals.Child);
        _ = LibC.posix_spawnattr_setsigdefault(attributes, signals);

        var flags = (short)(SetSignalDefault | SetSignalMask);
        if (!spec.Terminal)
            flags |= ControllingTerminal.Exists ? OwnSession : SetGroup;

        // Where nothing but the redirected streams is handed on, an inherited terminal would not be either.
        if (!OperatingSystem.IsLinux() && !spec.Terminal)
            flags |= MacCloseOnExec;

        _ = LibC.posix_spawnattr_setflags(attributes, flags);
    }

    private static short OwnSession => OperatingSystem.IsLinux() ? LinuxSetSession : MacSetSession;

    private static string? FindNul(ProcessSpec spec)
    {
        if (spec.Program.Bytes.Contains((byte)0) || spec.WorkingDirectory.Bytes.Contains((byte)0))
            return "not started: its path contains a zero byte";

        for (var i = 0; i < spec.Arguments.Count; i++)
        {
            if (spec.Arguments[i].AsSpan().Contains((byte)0))
                return $"not started: argument {i + 1} contains a zero byte ('{Encoding.UTF8.GetString(spec.Arguments[i])}')";
        }

        return null;
    }
}
