using System.CommandLine;
using FirstTry.Cli.Composition;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry fix</c>: runs the mutating checks, and the <c>fix</c> command of every other check that has one.</summary>
internal static class FixCommand
{
    public static Command Create(Invocation invocation)
    {
        var arguments = new RunArguments();
        var exports = new ExportArguments();
        var command = new Command("fix", "Run the mutating checks and the 'fix' commands.");
        arguments.AddTo(command, invocation);
        exports.AddTo(command);
        command.SetAction(result => ManualRun.Execute(
            invocation, arguments.Read(result, invocation) with { IsFixing = true, Exports = exports.Read(result) }));
        return command;
    }
}
