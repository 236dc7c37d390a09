using FirstTry.Engine.Planning;

namespace FirstTry.Engine.Running;

/// <summary>Hears of a run as it happens. Calls come one at a time, from any thread.</summary>
public interface IRunListener
{
    /// <summary>Nothing has started yet.</summary>
    void RunStarted(Plan plan);

    /// <summary>A check is about to start; one that is skipped never does.</summary>
    void CheckStarted(PlannedCheck check);

    /// <summary>A check has come to its verdict, in the order in which that happens.</summary>
    void CheckFinished(CheckResult result);

    /// <summary>Every check has its verdict.</summary>
    void RunFinished(RunResult result);
}
