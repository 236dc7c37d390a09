using System.CommandLine;
using FirstTry.Cli.Composition;
using FirstTry.Cli.Screens;
using FirstTry.Git;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry list</c>: checks, profiles and hooks.</summary>
internal static class ListCommand
{
    public static Command Create(Invocation invocation)
    {
        var format = Choice.Of(new Option<string?>("--format") { Description = "How the answer is written." }, "text", "json");
        var command = new Command("list", "List checks, profiles and hooks.") { format };
        command.SetAction(result => List(invocation, result.GetValue(format) == "json"));
        return command;
    }

    private static int List(Invocation invocation, bool isJson)
    {
        if (GraphSource.Load(invocation, Worktree.Find(invocation.Directory, invocation.Environment)) is not { } graph)
        {
            return ExitCode.Usage;
        }

        if (isJson)
        {
            GraphScreen.WriteJson(invocation.Output, graph);
        }
        else
        {
            invocation.Write(GraphScreen.ToText(graph));
        }

        return ExitCode.Passed;
    }
}
