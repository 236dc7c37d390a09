using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Store;

/// <summary>What a run knows of earlier ones. Called by the scheduler from any of its threads, outside of its lock.</summary>
public interface IResultMemory
{
    /// <summary>
    /// The remembered pass of a check, called once its needs have their verdicts and before anything of it starts; null when it has to run.
    /// </summary>
    CheckResult? Recall(PlannedCheck check);

    /// <summary>Called when a check that was not recalled is about to start, and the tree holds what goes out.</summary>
    void Starting(PlannedCheck check);

    /// <summary>
    /// Called when a check that was not recalled has run and nothing of it runs any more. Remembers a pass, and gives the result that counts:
    /// with the fingerprint, and in verify mode as an error when it is not what was remembered.
    /// </summary>
    CheckResult Keep(CheckResult result);

    /// <summary>Called when nothing runs any more, and the tree is still as the last check left it.</summary>
    void Close();
}
