using System.CommandLine;
using FirstTry.Cli.Screens;
using FirstTry.Git.Hooks;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry uninstall</c>: gives back what was there before, byte for byte.</summary>
internal static class UninstallCommand
{
    public static Command Create(Invocation invocation)
    {
        var command = new Command("uninstall", "Remove the git hooks and give back those that were there before.");
        command.SetAction(_ =>
        {
            HookScreen.Print(invocation, new HookInstaller(invocation.Directory, invocation.Environment).Uninstall());
            return ExitCode.Passed;
        });
        return command;
    }
}
