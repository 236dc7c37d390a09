using System.Collections.Generic;
using System.CommandLine;
using FirstTry.Cli.Composition;
using FirstTry.Cli.Screens;
using FirstTry.Git;
using FirstTry.Git.Hooks;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry install [HOOK…]</c>: the hooks that the config names, or these.</summary>
internal static class InstallCommand
{
    public static Command Create(Invocation invocation)
    {
        var hooks = new Argument<string[]>("HOOK")
        {
            HelpName = "HOOK",
            Description = "Hooks of githooks(5); without one those that the config names.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        hooks.CompletionSources.Add([.. HookNames.All]);
        var force = new Option<bool>("--force") { Description = "Also write into a hooksPath that is set for the whole user or system." };
        var command = new Command("install", "Install the git hooks.") { hooks, force };
        command.SetAction(result =>
        {
            var names = result.GetValue(hooks) ?? [];
            return names.Length > 0
                ? Install(invocation, names, result.GetValue(force))
                : InstallConfigured(invocation, result.GetValue(force));
        });
        return command;
    }

    /// <summary>Installs these hooks and says what became of them.</summary>
    public static int Install(Invocation invocation, IReadOnlyList<string> names, bool force)
    {
        var installer = new HookInstaller(invocation.Directory, invocation.Environment);
        HookScreen.Print(invocation, installer.Install(names, force, invocation.Program));
        return ExitCode.Passed;
    }

    private static int InstallConfigured(Invocation invocation, bool force)
    {
        var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
        if (GraphSource.Load(invocation, worktree) is not { } graph)
        {
            return ExitCode.Usage;
        }

        return graph.Hooks.IsEmpty
            ? throw new UsageException("The config names no hooks. Add 'hooks:' with 'pre-commit: PROFILE', or name the hooks to install.")
            : Install(invocation, NamesOf(graph), force);
    }

    /// <summary>The hooks that a config names.</summary>
    public static List<string> NamesOf(CheckGraph graph)
    {
        var names = new List<string>();
        foreach (var hook in graph.Hooks)
        {
            names.Add(hook.Name);
        }

        return names;
    }
}
