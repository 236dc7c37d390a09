using System.CommandLine;
using FirstTry.Cli.Screens;
using FirstTry.Git;
using FirstTry.Git.Isolation;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry recover</c>: unstaged work that a killed run had hidden.</summary>
internal static class RecoverCommand
{
    public static Command Create(Invocation invocation)
    {
        var list = new Option<bool>("--list") { Description = "Change nothing; say what is hidden, and which backups there are." };
        var format = Choice.Of(new Option<string?>("--format") { Description = "How the answer is written." }, "text", "json");
        var command = new Command("recover", "Put back unstaged changes that a killed run had hidden; any other command does so too.") { list, format };
        command.SetAction(result =>
        {
            var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
            return result.GetValue(list)
                ? List(invocation, worktree, result.GetValue(format) == "json")
                : Recover(invocation, worktree, result.GetValue(format) == "json");
        });
        return command;
    }

    private static int Recover(Invocation invocation, Worktree worktree, bool isJson)
    {
        var faults = FaultPoints.From(invocation.Environment);
        var report = Recovery.Recover(worktree, invocation.Environment, faults);
        if (report is null && Recovery.Find(worktree) is { } hidden)
        {
            throw new GitException($"Process {hidden.OwnerId} still runs checks here and puts back itself what it has hidden. Wait for it, or end it.");
        }

        if (isJson)
        {
            RecoverScreen.WriteJson(invocation.Output, report);
        }
        else
        {
            invocation.Write(RecoverScreen.ToText(report));
        }

        Backups.Prune(worktree, invocation.Environment, System.TimeProvider.System.GetUtcNow());
        return ExitCode.Passed;
    }

    private static int List(Invocation invocation, Worktree worktree, bool isJson)
    {
        var (hidden, backups) = (Recovery.Find(worktree), Backups.List(worktree, invocation.Environment));
        if (isJson)
        {
            RecoverScreen.WriteJson(invocation.Output, hidden, backups);
        }
        else
        {
            invocation.Write(RecoverScreen.ToText(hidden, backups));
        }

        return ExitCode.Passed;
    }
}
