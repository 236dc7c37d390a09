using System;
using System.Globalization;
using System.IO;
using System.Threading;
using FirstTry.Git.Internal.Native;
using FirstTry.Git.Isolation.Internal;
using FirstTry.Processes;

namespace FirstTry.Git.Isolation;

/// <summary>
/// For tests: numbers every step that writes while work is hidden and put back, and lets one of them end the process or fail. Without the
/// variables, which is always outside of tests, a step costs one comparison.
/// <list type="bullet">
/// <item><c>FIRSTTRY_FAULT=kill-before:N</c> or <c>kill-after:N</c>: the process kills itself (SIGKILL) around the step.</item>
/// <item><c>FIRSTTRY_FAULT=fail:N:ENOSPC</c>, or any other of ENOSPC, EACCES, EXDEV, EIO: the step fails instead of being done.</item>
/// <item><c>FIRSTTRY_FAULT_STEPS=FILE</c>: a line with number and name of each step that is about to be done.</item>
/// </list>
/// </summary>
public sealed class FaultPoints
{
    private static readonly Lock Sharing = new();
    private static FaultPoints? _shared;
    private static string? _sharedWish;
    private readonly Lock _lock = new();
    private readonly string? _log;
    private readonly string? _kind;
    private readonly int _step;
    private readonly int _error;
    private int _last;

    private FaultPoints(string? log, string? kind, int step, int error)
    {
        _log = log;
        _kind = kind;
        _step = step;
        _error = error;
        IsActive = log is not null || kind is not null;
    }

    /// <summary>Nothing is numbered.</summary>
    public static FaultPoints None { get; } = new(null, null, 0, 0);

    internal bool IsActive { get; }

    /// <summary>Reads the variables. The same wish gives the same object, so that a process has one row of numbers.</summary>
    /// <exception cref="GitException">The wish is not understood.</exception>
    public static FaultPoints From(EnvironmentBlock environment)
    {
        var wish = $"{environment["FIRSTTRY_FAULT"]}\n{environment["FIRSTTRY_FAULT_STEPS"]}";
        if (wish == "\n")
        {
            return None;
        }

        lock (Sharing)
        {
            if (_shared is null || _sharedWish != wish)
            {
                (_shared, _sharedWish) = (Read(environment), wish);
            }

            return _shared;
        }
    }

    private static FaultPoints Read(EnvironmentBlock environment)
    {
        var log = environment["FIRSTTRY_FAULT_STEPS"] is { Length: > 0 } file ? file : null;
        if (environment["FIRSTTRY_FAULT"] is not { Length: > 0 } wish)
        {
            return log is null ? None : new FaultPoints(log, null, 0, 0);
        }

        var fields = wish.Split(':');
        return fields is [var kind and ("kill-before" or "kill-after"), var step] ? new FaultPoints(log, kind, NumberOf(step, wish), 0)
            : fields is ["fail", var failing, var error] ? new FaultPoints(log, "fail", NumberOf(failing, wish), ErrorOf(error, wish))
            : throw NotUnderstood(wish);
    }

    /// <summary>Does a writing step of another part of the program as one of ours.</summary>
    /// <exception cref="GitException">The step is the one that fails.</exception>
    public void Step(string name, Action action)
    {
        int step;
        try
        {
            step = Before(name);
        }
        catch (DiskException failure)
        {
            throw new GitException(failure.Message);
        }

        action();
        After(step);
    }

    /// <summary>Called before a step is done; gives its number.</summary>
    /// <exception cref="DiskException">The step is the one that fails.</exception>
    internal int Before(string name)
    {
        if (!IsActive)
        {
            return 0;
        }

        lock (_lock)
        {
            _last++;
            if (_log is not null)
            {
                File.AppendAllText(_log, string.Create(CultureInfo.InvariantCulture, $"{_last} {name}\n"));
            }

            if (_last == _step && _kind == "kill-before")
            {
                End();
            }

            if (_last == _step && _kind == "fail")
            {
                throw new DiskException(_error, name);
            }

            return _last;
        }
    }

    /// <summary>Called after a step was done.</summary>
    internal void After(int step)
    {
        if (IsActive && step == _step && _kind == "kill-after")
        {
            End();
        }
    }

    private static void End()
    {
        _ = LibC.Kill(LibC.GetProcessId(), LibC.KillSignal);
        Thread.Sleep(Timeout.Infinite);
    }

    private static int NumberOf(string text, string wish) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NotUnderstood(wish);

    private static int ErrorOf(string name, string wish) => name switch
    {
        "ENOSPC" => LibC.NoSpace,
        "EACCES" => LibC.AccessDenied,
        "EXDEV" => LibC.OtherFileSystem,
        "EIO" => 5,
        _ => throw NotUnderstood(wish),
    };

    private static GitException NotUnderstood(string wish) =>
        new($"FIRSTTRY_FAULT is '{wish}': write 'kill-before:N', 'kill-after:N' or 'fail:N:ENOSPC'. Only tests of firsttry need it.");
}
