using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli.Doctor;

/// <summary>What is examined.</summary>
/// <param name="Graph">The graph of the config; null where there is none, or one with errors.</param>
internal sealed record Patient(Invocation Invocation, Worktree Worktree, CheckGraph? Graph);
