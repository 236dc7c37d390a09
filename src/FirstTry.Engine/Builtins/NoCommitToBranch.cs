using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Stops commits on branches that only take merges.</summary>
internal sealed class NoCommitToBranch : BuiltinCheck
{
    private static readonly EquatableArray<string> Usual = ["main", "master"];

    /// <inheritdoc />
    public override string Name => "no-commit-to-branch";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var findings = new Findings();
        var patterns = context.ValuesOf("branches") is { Count: > 0 } given ? given : Usual;
        foreach (var pattern in patterns)
        {
            if (!Glob.TryParse(pattern, GlobScope.Name, out var glob, out var error))
            {
                findings.AddText($"no-commit-to-branch: the option 'branches' has '{pattern}': {error}");
            }
            else if (context.Branch is { } branch && glob.IsMatch(RepoPath.FromText(branch).Bytes))
            {
                findings.AddText($"no-commit-to-branch: '{branch}' takes no commits of its own. Make a branch: git switch -c NAME");
                break;
            }
        }

        return findings.ToOutcome();
    }
}
