using System.CommandLine;
using FirstTry.Cli.Composition;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry run</c>: the main job.</summary>
internal static class RunCommand
{
    public const string Verb = "run";

    public static Command Create(Invocation invocation)
    {
        var arguments = new RunArguments();
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would run; the same as 'plan'." };
        var exports = new ExportArguments();
        var ci = new Option<bool>("--ci") { Description = "As on a build server: all files, and what would be fixed fails, is shown, and stays as it is." };
        var command = new Command(Verb, "Run the checks of a profile or hook.");
        arguments.AddTo(command, invocation);
        command.Options.Add(dryRun);
        exports.AddTo(command);
        command.Options.Add(ci);
        command.SetAction(result =>
        {
            var options = arguments.Read(result, invocation) with { Exports = exports.Read(result), IsCi = result.GetValue(ci) };
            return result.GetValue(dryRun) ? PlanCommand.Show(invocation, options) : ManualRun.Execute(invocation, options);
        });
        return command;
    }
}
