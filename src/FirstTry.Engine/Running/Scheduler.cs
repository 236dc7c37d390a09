using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running.Fixes;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>
/// Brings every check of a plan to its verdict, bucket by bucket. The calling thread works itself; another thread is made only when
/// there is something to start beside what runs: threads, and even more a thread pool, cost more than three short checks.
/// </summary>
internal sealed partial class Scheduler : IDisposable
{
    private const int StackBytes = 1024 * 1024;
    private readonly object _gate = new();
    private readonly Plan _plan;
    private readonly RunContext _context;
    private readonly IRunListener _listener;
    private readonly CancellationToken _interrupt;
    private readonly CancellationTokenSource? _stop;
    private readonly CheckEnvironment _environment;
    private readonly FixPolicy _fixes;
    private readonly MutationWindow _window;
    private readonly Tokens _tokens;
    private readonly CheckRun[] _runs;
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private Bucket _bucket;
    private CheckRun[]? _order;
    private CheckResult? _firstFailure;
    private string? _stopReason;
    private bool _isCallerIdle;
    private ExceptionDispatchInfo? _exception;

    internal Scheduler(Plan plan, RunContext context, IRunListener listener, CancellationToken interrupt)
    {
        _plan = plan;
        _context = context;
        _listener = listener;
        _interrupt = interrupt;
        _stop = plan.FailFast == FailFast.Now ? CancellationTokenSource.CreateLinkedTokenSource(interrupt) : null;
        _environment = new CheckEnvironment(context.Environment, plan.MessageFile);
        Tree = new TreeVisit(context.Tree);
        _fixes = new FixPolicy(context);
        _window = new MutationWindow(context, _fixes, Tree);
        _tokens = new Tokens(Workers);
        _runs = CheckRunsOf(plan, context.Memory is not null);
    }

    /// <summary>The run's stay in the working tree.</summary>
    internal TreeVisit Tree { get; }

    private int Workers => _plan.Workers ?? Math.Max(1, _context.Cores);

    private CancellationToken Cancellation => _stop?.Token ?? _interrupt;

    /// <inheritdoc />
    public void Dispose() => _stop?.Dispose();

    /// <summary>Runs everything; returns when nothing is left running.</summary>
    internal RunResult Run()
    {
        for (_bucket = Bucket.Fast; _bucket <= Bucket.Slow; _bucket++)
        {
            _order = null;
            if (_bucket == Bucket.Mutating)
            {
                new MutationOrder(_context).Apply(_runs, Workers);
            }

            Work(isCaller: true);
            _exception?.Throw();
            if (_plan.FailFast == FailFast.Bucket && _firstFailure is { } failure)
            {
                _stopReason ??= WhyStopped(failure, "bucket");
            }
        }

        _context.Memory?.Close();
        return new RunResult
        {
            Plan = _plan,
            Checks = Array.ConvertAll(_runs, static run => run.Result!),
            Duration = Stopwatch.GetElapsedTime(_startedAt),
            IsInterrupted = _interrupt.IsCancellationRequested,
        };
    }

    private static CheckRun[] CheckRunsOf(Plan plan, bool hasMemory)
    {
        var runs = new CheckRun[plan.Checks.Count];
        for (var i = 0; i < runs.Length; i++)
        {
            var needs = plan.Checks[i].Needs;
            var neededRuns = needs.Count == 0 ? [] : new List<CheckRun>(needs.Count);
            for (var earlier = 0; earlier < i && neededRuns.Count < needs.Count; earlier++)
            {
                if (Contains(needs, plan.Checks[earlier]))
                {
                    neededRuns.Add(runs[earlier]);
                }
            }

            runs[i] = new CheckRun(plan.Checks[i], neededRuns) { IsRecalled = !hasMemory || plan.Checks[i].Obstacle is not null };
        }

        return runs;
    }

    private static bool Contains(IReadOnlyList<PlannedCheck> checks, PlannedCheck check)
    {
        for (var i = 0; i < checks.Count; i++)
        {
            if (checks[i] == check)
            {
                return true;
            }
        }

        return false;
    }

    private static string WhyStopped(CheckResult failure, string failFast) =>
        $"{failure.Name} {Gate.Describe(failure)}, and fail_fast is '{failFast}'";
}
