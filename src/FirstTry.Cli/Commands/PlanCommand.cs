using FirstTry.Cli.Composition;
using FirstTry.Cli.Screens;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Store;
using FirstTry.Git;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry plan</c>: what would run, on which files, and why not. Executes nothing.</summary>
internal static class PlanCommand
{
    public static Command Create(Invocation invocation)
    {
        var arguments = new RunArguments();
        var command = new Command("plan", "Show what would run, on which files, and why not.");
        arguments.AddTo(command, invocation);
        command.SetAction(result => Show(invocation, arguments.Read(result, invocation)));
        return command;
    }

    public static int Show(Invocation invocation, RunOptions options)
    {
        if (options.Format == ReportFormat.JsonLines)
        {
            throw new UsageException("A plan is written as text or json: nothing of it happens bit by bit.");
        }

        if (ManualRun.Prepare(invocation, Worktree.Find(invocation.Directory, invocation.Environment), options) is not { } run)
        {
            return ExitCode.Usage;
        }

        var memory = RunMemory.OpenToLook(invocation, run, RunMemory.ModeOf(invocation, options));
        var foresights = Foresee(run.Plan, memory);
        if (options.Format == ReportFormat.Json)
        {
            PlanScreen.WriteJson(invocation.Output, run.Plan, foresights);
        }
        else
        {
            invocation.Write(PlanScreen.ToText(run.Plan, foresights, options.Verbosity == Verbosity.Verbose));
        }

        return ExitCode.Passed;
    }

    // As everything is now: what an earlier check of the run will change is not known.
    private static Foresight?[] Foresee(Plan plan, RunMemory? memory)
    {
        var foresights = new Foresight?[plan.Checks.Count];
        for (var i = 0; i < foresights.Length; i++)
        {
            foresights[i] = plan.Checks[i].IsRunnable && plan.Checks[i].Obstacle is null ? memory?.Results.Foresee(plan.Checks[i]) : null;
        }

        return foresights;
    }
}
