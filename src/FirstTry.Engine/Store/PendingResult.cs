using FirstTry.Engine.Running;

namespace FirstTry.Engine.Store;

/// <summary>A check that ended a moment ago and may be remembered.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Lookup">What looking for it came to, before it ran.</param>
/// <param name="EndedAt">When it ended, by the clock that nobody moves.</param>
internal sealed record PendingResult(CheckResult Result, Lookup Lookup, long EndedAt);
