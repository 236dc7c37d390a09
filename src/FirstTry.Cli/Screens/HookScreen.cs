using FirstTry.Git.Hooks;

namespace FirstTry.Cli.Screens;

/// <summary>Shows what became of hooks.</summary>
internal static class HookScreen
{
    public static void Print(Invocation invocation, HookInstallation installation)
    {
        foreach (var hook in installation.Hooks)
        {
            invocation.WriteLine($"{hook.Name}: {Word(hook.Change)} ({hook.Path})");
            foreach (var message in hook.Messages)
            {
                invocation.WriteLine($"  {message}");
            }
        }

        foreach (var message in installation.Messages)
        {
            invocation.WriteLine(message);
        }
    }

    private static string Word(HookChange change) => change switch
    {
        HookChange.Installed => "installed",
        HookChange.Updated => "updated",
        HookChange.Unchanged => "already installed",
        HookChange.Restored => "removed, the earlier hook is back",
        _ => "removed",
    };
}
