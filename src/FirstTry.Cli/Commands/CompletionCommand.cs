using System.CommandLine;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry completion SHELL</c>: prints the script that a shell completes commands, options and names with.</summary>
internal static class CompletionCommand
{
    public static Command Create(Invocation invocation)
    {
        var shell = new Argument<string>("SHELL") { HelpName = "SHELL", Description = "The shell to complete in." };
        Choice.Of(shell, "bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a completion script: bash, zsh, fish or pwsh.") { shell };
        command.SetAction(result =>
        {
            invocation.Write(Resources.CompletionScript(result.GetRequiredValue(shell)));
            return ExitCode.Passed;
        });
        return command;
    }
}
