using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>One run's stay in the working tree: entered by the first check that executes, left when none does any more.</summary>
internal sealed class TreeVisit(IWorktreeSession? session)
{
    private readonly Lock _gate = new();
    private bool _isEntered;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Makes the tree hold what goes out, once; whoever comes meanwhile waits, and fails in the same way.</summary>
    internal void Enter()
    {
        if (session is null)
        {
            return;
        }

        lock (_gate)
        {
            if (!_isEntered)
            {
                _isEntered = true;
                _failure = Attempt(session.BeforeFirstExecution);
            }

            _failure?.Throw();
        }
    }

    /// <inheritdoc cref="IWorktreeSession.Guard"/>
    internal EnvironmentBlock Guard(EnvironmentBlock environment) => session?.Guard(environment) ?? environment;

    /// <inheritdoc cref="IWorktreeSession.BeforeFixes"/>
    internal void BeforeFixes(IReadOnlyList<RepoPath>? files) => session?.BeforeFixes(files);

    /// <inheritdoc cref="IWorktreeSession.AfterFixes"/>
    internal IReadOnlyList<DroppedFix> AfterFixes(Mutation mutation) => session?.AfterFixes(mutation) ?? [];

    /// <summary>Puts back what was hidden; returns why that failed, for the caller to throw when everything has been said.</summary>
    internal ExceptionDispatchInfo? Leave() => session is null || !_isEntered ? null : Attempt(session.AfterLastExecution);

    private static ExceptionDispatchInfo? Attempt(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (GitException exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
