using FirstTry.Cli.Composition;
using FirstTry.Cli.Screens;
using FirstTry.Engine.Reporting;
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

        if (ManualRun.Prepare(invocation, Worktree.Find(invocation.Directory, invocation.Environment), options) is not { Plan: var plan })
        {
            return ExitCode.Usage;
        }

        if (options.Format == ReportFormat.Json)
        {
            PlanScreen.WriteJson(invocation.Output, plan);
        }
        else
        {
            invocation.Write(PlanScreen.ToText(plan, options.Verbosity == Verbosity.Verbose));
        }

        return ExitCode.Passed;
    }
}
