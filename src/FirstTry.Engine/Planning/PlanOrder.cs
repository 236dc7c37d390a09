using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>The order of a plan: bucket, then the order of the profile, but a check never before one that it needs.</summary>
internal static class PlanOrder
{
    /// <summary>The bucket that a check runs in; a fixing run has one only.</summary>
    internal static Bucket BucketOf(Check check, bool isFixing) => isFixing ? Bucket.Mutating : CheckOrder.BucketOf(check);

    /// <summary>The checks in the order of the plan; the input is in the order of the profile.</summary>
    internal static CheckReferences Sort(List<Check> checks, bool isFixing) => CheckOrder.OfPlan(checks, check => BucketOf(check, isFixing));
}
