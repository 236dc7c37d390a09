using System.Collections.Generic;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>
/// What a run does to the working tree besides what its checks do: while they run, the files hold what goes out, and afterwards they hold
/// again what their owner left in them, together with what was mended.
/// </summary>
public interface IWorktreeSession
{
    /// <summary>
    /// Called once, by the thread that is about to execute the first check of the run; others wait. Never called when every check was skipped
    /// or remembered: then the tree is not touched.
    /// </summary>
    /// <exception cref="FirstTry.Git.GitException">The tree cannot be made to hold what goes out; nothing is executed, and nothing was changed.</exception>
    void BeforeFirstExecution();

    /// <summary>
    /// The variables of a check that is about to start, with those that keep tools from taking the files as they are now for what they saw
    /// of them before. They are no part of a fingerprint: they change no verdict but a wrong one.
    /// </summary>
    EnvironmentBlock Guard(EnvironmentBlock environment);

    /// <summary>Called when a mutating check is about to start, before anything of it does; beside it only such run that write other files.</summary>
    /// <param name="files">What it may change; null where it finds its files itself.</param>
    /// <exception cref="FirstTry.Git.GitException">Unstaged changes would not be safe from it.</exception>
    void BeforeFixes(IReadOnlyList<RepoPath>? files);

    /// <summary>
    /// Called for each mutating check that has ended, whatever its verdict, with what it changed, maybe nothing; nothing runs meanwhile.
    /// In a file that hides unstaged changes, the fix is brought together with them. Returns the files where that cannot be done without a
    /// choice, and all such files of a check that was ended halfway: they hold again what is staged.
    /// </summary>
    /// <exception cref="FirstTry.Git.GitException">It cannot be told; no fix may be kept.</exception>
    IReadOnlyList<DroppedFix> AfterFixes(Mutation mutation);

    /// <summary>Called once when no check runs any more, also of an interrupted run and of one that ended in an exception.</summary>
    /// <exception cref="FirstTry.Git.GitException">The owner's files could not be put back; the message says where they are.</exception>
    void AfterLastExecution();
}
