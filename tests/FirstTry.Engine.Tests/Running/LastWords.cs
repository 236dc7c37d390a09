using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Tests.Running;

/// <summary>Hears only how a run ended.</summary>
internal sealed class LastWords : IRunListener
{
    internal RunResult? Result { get; private set; }

    public void RunStarted(Plan plan)
    {
    }

    public void CheckStarted(PlannedCheck check)
    {
    }

    public void CheckFinished(CheckResult result)
    {
    }

    public void RunFinished(RunResult result) => Result = result;
}
