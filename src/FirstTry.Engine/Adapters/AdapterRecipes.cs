using FirstTry.Graph;

namespace FirstTry.Engine.Adapters;

/// <summary>Turns checks that use an adapter into checks that run a command.</summary>
public static class AdapterRecipes
{
    /// <summary>The check with the command that its adapter stands for in this working tree.</summary>
    /// <exception cref="UsageException">There is no recipe for the adapter.</exception>
    public static Check Expand(Check check, string worktreeRoot) =>
        throw new UsageException($"check '{check.Name}': the adapter '{check.Uses?.Name}' is not supported yet in '{worktreeRoot}'. Use 'run' instead.");
}
