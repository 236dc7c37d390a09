namespace FirstTry.Engine.Running;

/// <summary>What a check comes to, and why.</summary>
internal readonly record struct CheckVerdict(CheckStatus Status, string? Reason)
{
    /// <summary>Whether <c>allow_failure</c> has no say: what would go out is not what the other checks saw.</summary>
    internal bool IsAlwaysFailure { get; init; }
}
